// Makes the canonical text of a snapshot from what was captured. Its version is kept with each snapshot.

/** Named in every snapshot, so that a later reading of the same bytes can be told from this one. */
export const extractorVersion = 'paste-1'

/** Pasted text as it came, with line ends unified: quotes must be found again character for character. */
export function canonicalText(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n')
}
