'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { InvitationInput, InviteInput, PersonInput, RenewInput, RoleInput } from '#lib/people/input.ts'
import { invitePerson, renewInvitation, withdrawInvitation } from '#lib/people/invite.ts'
import { makeResetLink } from '#lib/people/reset.ts'
import { changeRole, deactivatePerson, reactivatePerson } from '#lib/people/write.ts'

const toPass = (link: string) =>
  `Pass this link on. It works once, within a week, and is not shown again: ${link}`

export const invite = formAction(InviteInput, async (viewer, input) => {
  const { link } = await invitePerson(viewer, input)
  if (link) return toPass(link)
  redirect('/desk/people?done=mailed')
})

export const renew = formAction(RenewInput, async (viewer, input) => {
  const { link } = await renewInvitation(viewer, input)
  if (link) return toPass(link)
  redirect('/desk/people?done=mailed')
})

export const withdraw = formAction(InvitationInput, async (viewer, input) => {
  await withdrawInvitation(viewer, input)
  redirect('/desk/people?done=withdrawn')
})

export const giveRole = formAction(RoleInput, async (viewer, input) => {
  await changeRole(viewer, input)
  // Whoever gave up administering has no business on the page any more.
  const isOwn = input.id === viewer.id && input.role !== 'ADMIN'
  redirect(isOwn ? '/desk' : `/desk/people/${input.id}?done=role`)
})

export const resetFor = formAction(PersonInput, async (viewer, input) => {
  const link = await makeResetLink(viewer, input)
  return `Pass this link on. It works once, within half an hour, and is not shown again: ${link}`
})

export const deactivate = formAction(PersonInput, async (viewer, input) => {
  await deactivatePerson(viewer, input)
  redirect(`/desk/people/${input.id}?done=deactivated`)
})

export const reactivate = formAction(PersonInput, async (viewer, input) => {
  await reactivatePerson(viewer, input)
  redirect(`/desk/people/${input.id}?done=reactivated`)
})
