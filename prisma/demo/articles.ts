// The demo's articles: one archived and quoted, the others cited by address.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ArticleInput, CitationInput } from '#lib/articles/input.ts'
import { captureArticle, recordCitation } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { excerpts } from '#prisma/demo/excerpts.ts'
import { sources } from '#prisma/demo/sources.ts'

export type Quoted = { articles: Map<string, string>; excerpts: Map<string, { id: string }> }

/** Archives, quotes and cites as the analyst; keys are those of sources.ts and excerpts.ts. */
export async function loadArticles(analyst: Member, partyIds: Map<string, string>): Promise<Quoted> {
  const quoted: Quoted = { articles: new Map(), excerpts: new Map() }
  const report = ArticleInput.parse({
    // The report names no title, author, publisher or address of its own; none is made up here.
    title: '[Report of the meeting of Secretary Blinken and President Xi in Beijing, 26 April 2024]',
    language: 'en',
    kind: 'NEWS',
    access: 'RESTRICTED',
    text: readFileSync(join(import.meta.dirname, 'article.txt'), 'utf8'),
  })
  const { snapshotId } = await captureArticle(analyst, report, { isDemo: true })
  for (const [key, { exact, speaker, party }] of Object.entries(excerpts)) {
    const input = ExcerptInput.parse({ snapshotId, exact, speaker, partyId: partyIds.get(party) })
    quoted.excerpts.set(key, { id: (await quoteExcerpt(analyst, input)).excerptId })
  }
  for (const [key, { publishedOn, ...source }] of Object.entries(sources)) {
    const input = CitationInput.parse({
      ...source,
      published: publishedOn,
      publisher: 'The White House',
      language: 'en',
      voicePartyId: partyIds.get('US'),
      access: 'OPEN',
    })
    quoted.articles.set(key, (await recordCitation(analyst, input, { isDemo: true })).articleId)
  }
  return quoted
}
