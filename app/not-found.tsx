import { NothingHere } from '#app/not-found-page.tsx'
import { Frame } from '#components/ui/frame.tsx'

// Next draws this with every page, in case: it must not choose the status itself.
export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Frame
      nav={[
        { href: '/', label: 'Dashboard' },
        { href: '/commitments', label: 'Commitments' },
      ]}
    >
      <NothingHere />
    </Frame>
  )
}
