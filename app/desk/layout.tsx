import type { ReactNode } from 'react'
import { currentViewer } from '#app/current-viewer.ts'
import { find } from '#app/desk/find/actions.ts'
import { Keys } from '#components/desk/keys.tsx'
import { Palette } from '#components/desk/palette.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { may } from '#lib/access.ts'

const nav = [
  { href: '/desk', label: 'Desk' },
  { href: '/desk/captures', label: 'Captures' },
  { href: '/desk/articles', label: 'Articles' },
  { href: '/desk/review', label: 'Review' },
  { href: '/desk/summits', label: 'Summits' },
]

const does = [
  { label: 'New status update', href: '/desk/updates/new', kind: 'do' },
  { label: 'Capture a source', href: '/desk/captures/new', kind: 'do' },
  { label: 'Cite a document', href: '/desk/articles/new', kind: 'do' },
  { label: 'Record a summit', href: '/desk/summits/new', kind: 'do' },
  { label: 'Import commitments', href: '/desk/imports/new', kind: 'do' },
  { label: 'Areas', href: '/desk/areas', kind: 'go' },
  { label: 'Parties', href: '/desk/parties', kind: 'go' },
  { label: 'Your account', href: '/desk/account', kind: 'go' },
  { label: 'Passkeys', href: '/desk/account/passkeys', kind: 'go' },
]

const forAdmins = [
  { label: 'What people did', href: '/desk/activity', kind: 'go' },
  { label: 'Outbox', href: '/desk/outbox', kind: 'go' },
]

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  const isAdmin = may(viewer, 'person.list', 'any')
  const links = [
    ...nav,
    ...(may(viewer, 'report.read', 'any') ? [{ href: '/desk/reports', label: 'Reports' }] : []),
    ...(isAdmin ? [{ href: '/desk/people', label: 'People' }] : []),
  ]
  const goes = [...links.map((each) => ({ ...each, kind: 'go' })), ...(isAdmin ? forAdmins : [])]
  return (
    <Frame
      nav={links}
      aside={
        viewer.kind === 'member' ? (
          <>
            <Palette commands={[...does, ...goes]} find={find} />
            <a href="/desk/account" className="inline-block py-1">
              {viewer.name}
            </a>
          </>
        ) : null
      }
      foot={
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <a href="/">The public dashboard</a>
          <Keys />
        </div>
      }
    >
      {children}
    </Frame>
  )
}
