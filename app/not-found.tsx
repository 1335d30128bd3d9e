import { NotThere } from '#app/not-there.tsx'
import { Frame } from '#components/ui/frame.tsx'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Frame
      nav={[
        { href: '/', label: 'Dashboard' },
        { href: '/commitments', label: 'Commitments' },
      ]}
    >
      <NotThere />
    </Frame>
  )
}
