// What people may send about people: invitations, roles, new passwords and addresses.

import { z } from 'zod'
import { email, newPassword } from '#lib/auth/input.ts'
import { id, line, requestKey } from '#lib/forms/parse.ts'

const role = z.enum(['ANALYST', 'REVIEWER', 'ADMIN'], 'Choose a role.')
const way = z.enum(['link', 'mail'], 'Choose how the invitation travels.')
const token = z.string().max(200)

export const InviteInput = z.object({ email, role, way, requestKey })
export const RenewInput = z.object({ id, way })
export const InvitationInput = z.object({ id })
export const PersonInput = z.object({ id })
export const RoleInput = z.object({ id, role, was: role })
export const AcceptInput = z.object({ token, name: line(80, 'Type your name.'), password: newPassword })
export const ForgottenInput = z.object({ email })
export const NewPasswordInput = z.object({ token, password: newPassword })
export const NewAddressInput = z.object({
  email,
  currentPassword: z.string().min(1, 'Type your present password.').max(128, 'That is not your password.'),
})
export const AgreeInput = z.object({ token })
