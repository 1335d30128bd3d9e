import { redirect } from 'next/navigation'

/** Where links of before lead: a draft is read and judged on its own page. */
export default async function Review({ params }: { params: Promise<{ id: string }> }) {
  redirect(`/desk/drafts/${encodeURIComponent((await params).id)}`)
}
