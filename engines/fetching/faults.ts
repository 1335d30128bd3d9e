// Knows every way in which a capture can fail, and the sentence that tells a person so.

export const captureFaults = {
  'address-refused': 'This address is not one of the open web, so it was not fetched.',
  dns: 'No site was found under this name.',
  tls: 'The site could not prove who it is, so no page was taken from it.',
  unreachable: 'The site could not be reached.',
  timeout: 'The site took too long to answer.',
  slow: 'The site sent the page so slowly that we stopped waiting for the rest.',
  'status-401': 'The site asks for a sign-in before it shows this page.',
  'status-403': 'The site does not let this page be fetched.',
  'status-404': 'The site says that there is no page at this address.',
  'status-410': 'The site says that this page has been removed.',
  'status-429': 'The site asked us to wait before fetching from it again.',
  'status-4xx': 'The site did not accept the request for this page.',
  'status-5xx': 'The site has a fault of its own and could not give the page.',
  redirects: 'The address led from one place to the next without arriving at a page.',
  robots: 'The site asks programs not to fetch this page.',
  'too-large': 'The page is larger than what we can keep.',
  encoding: 'The page is packed in a way that we could not unpack.',
  'bad-answer': 'The site gave an answer that is broken or cut short.',
  'wrong-type': 'This is not a web page, a PDF or plain text, so there is nothing to read in it.',
  empty: 'The page holds no text.',
  'login-wall': 'The page shows a request to sign in or subscribe instead of the article.',
  'consent-wall': 'The page shows a request for consent instead of the article.',
  'too-deep': 'The page is built of so many nested parts that it could not be read safely.',
  'script-only':
    'The page is only a program that draws its text in a browser; there is no text to read in it.',
  'pdf-password': 'The PDF is protected by a password.',
  'pdf-scanned': 'The PDF is made of pictures of pages and has no text.',
  'pdf-broken': 'The PDF is damaged and could not be read.',
  'file-lies': 'The file is not what the ending of its name says it is.',
  'too-long-to-read': 'Reading the page took too long, so it was stopped.',
  cancelled: 'The capture was cancelled.',
  'our-side': 'Something went wrong on our side; it has been noted.',
} as const satisfies Record<string, string>

export type CaptureFault = keyof typeof captureFaults

/** Why a capture ended: the fault is for code, the message is for people, and the detail is for whoever asks further. */
export class CaptureFailure extends Error {
  readonly fault: CaptureFault
  readonly detail: string | null
  /** Seconds after which the site lets us ask again. */
  readonly retryAfter: number | null

  constructor(fault: CaptureFault, about: { detail?: string; retryAfter?: number; cause?: unknown } = {}) {
    super(captureFaults[fault], about.cause === undefined ? {} : { cause: about.cause })
    this.name = 'CaptureFailure'
    this.fault = fault
    this.detail = about.detail ?? null
    this.retryAfter = about.retryAfter ?? null
  }
}
