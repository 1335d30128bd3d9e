// What an update rests on, and how far each piece of it is proved.

export const evidence = {
  SUPPORTS: 'Supporting evidence',
  CONTRADICTS: 'Contradicting evidence',
  CONTEXT: 'For context',
  spokenIn: '{speaker}, in <source>{title}</source>',
} as const
