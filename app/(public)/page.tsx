import { currentViewer } from '#app/current-viewer.ts'
import { StatusMark } from '#components/ui/status-mark.tsx'

export default async function Dashboard() {
  const viewer = await currentViewer()
  return <StatusMark status={viewer.kind === 'visitor' ? 'KEPT' : null} />
}
