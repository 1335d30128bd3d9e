// Makes the canonical text of a snapshot from pasted words. Its version is kept with each snapshot.

/** Named in the snapshot, so that a later reading of the same bytes can be told from this one. */
export const pasteVersion = 'paste-1'

/** Pasted text as it came, with line ends unified: quotes must be found again character for character. */
export function canonicalText(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n')
}
