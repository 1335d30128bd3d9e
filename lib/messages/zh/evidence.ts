// 状态更新所依据的证据，以及每条证据核实到什么程度。

export const evidence = {
  SUPPORTS: '支持的证据',
  CONTRADICTS: '相反的证据',
  CONTEXT: '背景',
  spokenIn: '{speaker}，见<source>{title}</source>',
} as const
