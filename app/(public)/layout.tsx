import type { ReactNode } from 'react'
import { currentViewer } from '#app/current-viewer.ts'
import { Patterns } from '#components/charts/patterns.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { isDemo } from '#lib/progress/read.ts'

const nav = [
  { href: '/', label: 'Dashboard' },
  { href: '/commitments', label: 'Commitments' },
  { href: '/search', label: 'Search' },
  { href: '/methodology', label: 'Methodology' },
  { href: '/ledger', label: 'Ledger' },
]

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  const isSignedIn = viewer.kind === 'member'
  return (
    <Frame
      nav={nav}
      aside={<a href={isSignedIn ? '/desk' : '/sign-in'}>{isSignedIn ? 'Desk' : 'Sign in'}</a>}
      notice={(await isDemo(viewer)) ? <DemoNotice /> : null}
      foot={
        <p>
          Every status rests on evidence that can be read; every change stands in the{' '}
          <a href="/ledger">ledger</a>, and what was wrong among the <a href="/corrections">corrections</a>.
          How it is counted: <a href="/methodology">methodology</a>.
        </p>
      }
    >
      <Patterns />
      {children}
    </Frame>
  )
}

function DemoNotice() {
  return (
    <p className="border-b border-rule py-2 font-sans text-sm text-soft">
      Demonstration data: real commitments and sources, loaded to show how the tracker works.
    </p>
  )
}
