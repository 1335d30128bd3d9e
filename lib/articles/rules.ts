// What kinds of sources there are, and how they are spoken of.

import type { ArticleAccess, ArticleKind, CaptureMethod } from '#lib/generated/prisma/enums.ts'

export type { ArticleAccess, ArticleKind, CaptureMethod }

export const kinds: Record<ArticleKind, string> = {
  OFFICIAL_READOUT: 'official readout',
  NEWS: 'news',
  ANALYSIS: 'analysis',
  LEGAL_TEXT: 'legal text',
  DATA: 'data',
}

export const accesses: Record<ArticleAccess, string> = {
  RESTRICTED: 'restricted text: visitors see excerpts and a little context',
  OPEN: 'open text: everybody sees all of it',
}

export const methods: Record<CaptureMethod, string> = {
  PASTED: 'its text was pasted by a person',
  ADDRESS: 'fetched from the web',
  UPLOADED: 'uploaded as a file',
  REREAD: 'read again from the bytes archived before',
}

/** Languages of sources, by BCP 47 tag. */
export const sourceLanguages: Record<string, string> = {
  en: 'English',
  zh: 'Chinese',
  ar: 'Arabic',
  de: 'German',
  es: 'Spanish',
  fa: 'Persian',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
}
