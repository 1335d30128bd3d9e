import type { ReactNode } from 'react'
import { currentViewer } from '#app/current-viewer.ts'
import { Frame } from '#components/ui/frame.tsx'

const nav = [
  { href: '/desk', label: 'Desk' },
  { href: '/desk/captures', label: 'Captures' },
  { href: '/desk/articles', label: 'Articles' },
  { href: '/desk/updates/new', label: 'New update' },
  { href: '/desk/review', label: 'Review' },
  { href: '/desk/summits', label: 'Summits' },
]

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  return (
    <Frame
      nav={nav}
      aside={
        viewer.kind === 'member' ? (
          <a href="/desk/account" className="inline-block py-1">
            {viewer.name}
          </a>
        ) : null
      }
      foot={<a href="/">The public dashboard</a>}
    >
      {children}
    </Frame>
  )
}
