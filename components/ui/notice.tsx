'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'

/** What a form answers when it went well; a link at its end stands in a field of its own, to be copied. */
export function Notice({ text }: { text: string }) {
  const link = /https?:\/\/\S+$/.exec(text)?.[0]
  const words = link ? text.slice(0, -link.length).trim() : text
  return (
    <div role="status" className="font-sans text-sm">
      <p className={link ? '' : 'text-soft'}>{words}</p>
      {link ? <Copied link={link} /> : null}
    </div>
  )
}

function Copied({ link }: { link: string }) {
  const [state, setState] = useState<'plain' | 'able' | 'copied'>('plain')
  // Browsers without the clipboard, and pages without scripts, still have the field.
  useEffect(() => setState(navigator.clipboard ? 'able' : 'plain'), [])
  const copy = () => navigator.clipboard.writeText(link).then(() => setState('copied'))
  return (
    <div className="mt-2 flex max-w-measure flex-wrap gap-2">
      <input
        readOnly
        aria-label="Link to copy"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 grow basis-60 rounded border border-edge bg-leaf px-3 py-1.5 text-ink"
      />
      {state === 'plain' ? null : (
        <Button type="button" onClick={copy}>
          {state === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      )}
    </div>
  )
}
