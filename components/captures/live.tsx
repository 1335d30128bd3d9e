'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Draws the page again every second while something runs; without JavaScript the browser does it, and is told the
 * address, because a page that was reached with a fragment would only scroll to it instead of being asked for again.
 */
export function Live({ path }: { path: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.hidden || router.refresh(), 1_000)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`2; url=${path}`} />
    </noscript>
  )
}
