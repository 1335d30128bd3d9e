// The OpenSearch description, by which a browser can search the site itself: github.com/dewitt/opensearch, 1.1.

import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** What a browser is told of the search in one language, for the installation at this origin. */
export function openSearch(base: string, language: Language): string {
  const t = wordsOf(language, 'frame')
  const text = (name: string, words: string) => `  <${name}>${words.replace(/[&<]/g, escaped)}</${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    text('ShortName', t('searchEngine')),
    text('Description', t('description')),
    `  <Url type="text/html" template="${base}/${language}/search?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${base}/${language}/opensearch.xml"/>`,
    `  <Image width="16" height="16" type="image/x-icon">${base}/favicon.ico</Image>`,
    text('Language', language === 'zh' ? 'zh-Hans' : 'en'),
    text('InputEncoding', 'UTF-8'),
    text('OutputEncoding', 'UTF-8'),
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

const escaped = (letter: string) => (letter === '&' ? '&amp;' : '&lt;')
