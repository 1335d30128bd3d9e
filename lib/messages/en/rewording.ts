// What changed between two texts, paragraph by paragraph.

export const rewording = {
  none: 'The text has not changed.',
  changed: '{count, plural, one {# paragraph changed} other {# paragraphs changed}}',
  added: '{count, plural, one {# paragraph added} other {# paragraphs added}}',
  removed: '{count, plural, one {# paragraph removed} other {# paragraphs removed}}',
  unchanged: '{count, plural, one {# paragraph unchanged} other {# paragraphs unchanged}}',
  addedHere: '+ Added paragraph',
  removedHere: '− Removed paragraph',
  heardAdded: 'added:',
  heardRemoved: 'removed:',
} as const
