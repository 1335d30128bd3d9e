'use client'

import { useEffect, useRef } from 'react'

/**
 * A link to drag to the bookmarks bar. It opens a small window of ours with the address, title and selection of the
 * page one is on: opening a window is not under that page's content policy, as a script or a request would be.
 */
export function Bookmarklet({ home }: { home: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  const code = `javascript:void window.open(${JSON.stringify(`${home}/desk/captures/new?`)}+new URLSearchParams({address:location.href,title:document.title.slice(0,300),selection:String(getSelection()).slice(0,2000)}),'_blank','width=560,height=720')`
  useEffect(() => {
    // React refuses to draw such an address, which is right for any link but this one.
    link.current?.setAttribute('href', code)
  }, [code])
  return (
    <section id="bookmarklet" className="mt-12 max-w-measure border-t border-rule pt-6">
      <h2 className="mt-0 text-lg">From any page you are reading</h2>
      <p className="mt-2">
        Drag{' '}
        <a
          ref={link}
          href="#bookmarklet"
          draggable
          className="rounded border border-edge px-2 py-1 font-sans text-sm no-underline"
        >
          Capture this page
        </a>{' '}
        to your bookmarks. Pressed on a page, it opens this form with the page’s address, and remembers the
        words you had selected there.
      </p>
      <details className="mt-3 font-sans text-sm">
        <summary>Or make the bookmark yourself, with this as its address</summary>
        <code className="mt-2 block break-all text-xs">{code}</code>
      </details>
    </section>
  )
}
