// Knows how English words are stemmed, lightly (stemming): endings go, so that forms of one word are alike. Pure.

/** A light stem: cooperation, cooperate and cooperating become one; short words stay whole. */
export function stem(lower: string): string {
  if (lower.length < 4) return lower
  const single = lower.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
  const bare = single.replace(/(?:ations?|ing|ion|ive|ment|ed|e)$/, '')
  if (bare.length < 3) return single
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(\w{3})at$/, '$1')
}
