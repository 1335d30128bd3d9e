import { NotThere } from '#app/not-there.tsx'

// Next's own page for this is made once, before any answer has a nonce: its scripts would be refused.
export const metadata = { title: 'Not found' }

export default NotThere
