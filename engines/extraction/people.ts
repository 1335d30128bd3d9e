// Names of people: parts them from a byline and leaves out what else is written there.

const months =
  /\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?\s*(?:\d.*)?$/i
const weekday = /\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$/i
const opening =
  /^(?:(?:medically |fact[- ])?(?:posted|written|story|reviewed|authored|published|words|text|article|report|reported|updated|publicado|escrito|escrita|geschrieben|publié|écrit)\s+)?(?:by|von|par|por|di|door|af|av)\b\s*:?\s*|^(?:authors?|writers?|contributors?|作者|记者|文|撰文)\s*[:：]\s*/i
const closing =
  /\s+(?:on|updated|last updated|published|posted|sponsored|contributed|reviewed by|in|at|of|for|is|from)\s.*$|\s*(?:\||•|·|–|—|\/\/|\s-\s).*$|\s*\(.*$/i
const role =
  /\b(?:staff|senior|chief|lead|head|contributor|contributing|correspondent|reporter|editors?|founder|co-founder|ceo|cto|cmo|president|director|manager|writer|columnist|specialist|educators?|professor|marketer|analyst|expert|strategist|officer|network|university|institute|associated press|llc|inc|ltd|phd|ph\.d\.?|md|m\.d\.?|rd|rn|cfa|cpa|esq\.?|jr\.?|contributors|min read|minutes?|posts?|articles?|follow|comments?|about|author|opinion|news desk)\b/i
const team =
  /^(?:the )?[\p{L}\p{N}'’.&+ -]{2,40}\b(?:team|staff|editors|editorial(?: board| team)?|newsroom|desk)$/iu

export function peopleIn(line: string): string[] {
  const bare = line
    .replace(/https?:\/\/\S+|\S+@\S+\.\w+|(?<=\s)@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[^·|•]{4,40}\d{4}\s*[·|•–-]\s*/, '')
    .replace(opening, '')
    .replace(closing, '')
    .replace(weekday, '')
    .replace(months, '')
    .replace(/[\s,]*\b\d{1,2}[\s,.:/].*$/, '')
    .trim()
  if (team.test(bare)) return [bare]
  const parts = bare.split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|&|\/|、|，)\s*/i)
  const names = parts
    .map((part) => part.replace(opening, '').replace(/^[\s,.|·•:–—-]+|[\s,|·•:–—-]+$/g, ''))
    .filter(isName)
  return names
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 50 || /[<>{}[\]=?!@#]|www\.|^\d+$/.test(name)) return false
  if (team.test(name)) return true
  return name.split(' ').length <= 5 && !role.test(name)
}
