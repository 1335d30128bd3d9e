// Types for the package html-encoding-sniffer (the WHATWG encoding sniffing algorithm), which brings none.

declare module 'html-encoding-sniffer' {
  type Options = { transportLayerEncodingLabel?: string; defaultEncoding?: string; maxPrescanBytes?: number }
  export default function sniff(bytes: Uint8Array, options?: Options): string
}
