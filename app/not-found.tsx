import { Frame } from '#components/ui/frame.tsx'

export const metadata = { title: 'Not found' }

export default function Missing() {
  return (
    <Frame
      nav={[
        { href: '/', label: 'Dashboard' },
        { href: '/commitments', label: 'Commitments' },
      ]}
    >
      <h1>There is nothing at this address</h1>
      <p className="mt-3 max-w-measure">
        Perhaps it was mistyped, or never existed: what is published here is never removed. Look through{' '}
        <a href="/commitments">all commitments</a>, or start at the <a href="/">dashboard</a>.
      </p>
    </Frame>
  )
}
