// Cookie names, behind TLS with a cookie prefix (__Host-, __Secure-) so that nobody else can set them.

const isSecure = (baseUrl: string) => baseUrl.startsWith('https:')

/**
 * The prefix of the session's cookies. `__Host-` (RFC 6265bis §4.1.3.2) makes browsers refuse one that a neighbouring
 * host or plain HTTP set. It needs Secure, so it is left out where the product is reached without TLS.
 */
export function cookiePrefix(baseUrl: string): string {
  return isSecure(baseUrl) ? '__Host-followthrough' : 'followthrough'
}

export const sessionCookie = (baseUrl: string): string => `${cookiePrefix(baseUrl)}.session_token`

/** It has a path of its own, which `__Host-` forbids. */
export const deviceCookie = (baseUrl: string): string =>
  `${isSecure(baseUrl) ? '__Secure-' : ''}followthrough.device`
