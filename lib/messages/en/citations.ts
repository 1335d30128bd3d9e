// The pages that give a citation in every format.

export const citations = {
  cite: 'Cite {ref}',
  clocksSet:
    'The address sets both clocks: whoever follows it reads <page>{ref}</page> as you do now, whatever is published later.',
  citeSource: 'Cite this source',
  archived:
    '<source></source>, with the copy that is archived here: it stays when the page itself changes or goes.',
  notArchived: '<source></source>, of which no copy is archived here.',
  download: 'Download<format></format>',
  as: ' as {name}',
  asOf: '{title} ({ref}): {status}, as of {on}',
  summitAsOf: '{name}: its commitments and what became of them, as of {on}',
  select:
    'One click on a citation selects the whole of it, ready to be copied; each can be downloaded as well.',
  noUpdate: 'no update yet',
} as const
