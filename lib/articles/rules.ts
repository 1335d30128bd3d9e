// The kinds of sources, who may read their text, how it was captured, and the words for each.

import type { ArticleAccess, ArticleKind, CaptureMethod } from '#lib/generated/prisma/enums.ts'
import type { Localised } from '#lib/languages.ts'

export type { ArticleAccess, ArticleKind, CaptureMethod }

export const articleKinds: Record<ArticleKind, Required<Localised>> = {
  OFFICIAL_READOUT: { en: 'official readout', zh: '官方通报' },
  NEWS: { en: 'news', zh: '新闻报道' },
  ANALYSIS: { en: 'analysis', zh: '分析文章' },
  LEGAL_TEXT: { en: 'legal text', zh: '法律文本' },
  DATA: { en: 'data', zh: '数据' },
}

export const accesses: Record<ArticleAccess, string> = {
  RESTRICTED: 'restricted text: visitors see excerpts and a little context',
  OPEN: 'open text: everybody sees all of it',
}

export const captureMethods: Record<CaptureMethod, Required<Localised>> = {
  PASTED: { en: 'its text was pasted by a person', zh: '由人粘贴文本' },
  ADDRESS: { en: 'fetched from the web', zh: '从网上获取' },
  UPLOADED: { en: 'uploaded as a file', zh: '以文件上传' },
  REREAD: { en: 'read again from the bytes archived before', zh: '由先前存档的字节重新读取' },
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
