import { requireMember } from '#app/current-viewer.ts'

export default async function Desk() {
  const viewer = await requireMember('/desk')
  return <h1>{viewer.name}</h1>
}
