'use server'

import { redirect, unstable_rethrow } from 'next/navigation'
import { leaveForm } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { inWords } from '#app/form-action.ts'
import { origin } from '#lib/activity/origin.ts'
import { isUnavailable } from '#lib/errors.ts'
import { formFields, zodFaults } from '#lib/forms/parse.ts'
import type { FormState } from '#lib/forms/state.ts'
import { isLanguage } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { ReportInput } from '#lib/reports/input.ts'
import { sendReport } from '#lib/reports/write.ts'

/** Takes a reader's report; what is refused comes back on the page of the form, with every value kept. */
export async function report(form: FormData): Promise<void> {
  const values = formFields(form)
  const language = isLanguage(values.language ?? '') ? (values.language as 'en' | 'zh') : 'en'
  const t = wordsOf(language, 'report')
  const refuse = (status: number, faults: FormState['faults']) =>
    leaveForm(status, { attempt: 1, faults, values })
  const parsed = ReportInput(language).safeParse(values)
  if (!parsed.success) return refuse(422, zodFaults(parsed.error))
  try {
    const where = { language, sender: origin().address }
    const sent = await sendReport(await currentViewer(), parsed.data, where)
    if ('waitMinutes' in sent)
      return refuse(429, [{ field: '', message: t('tooMany', { minutes: sent.waitMinutes }) }])
  } catch (error) {
    unstable_rethrow(error)
    const [status, { faults = [] }] = inWords(error)
    return refuse(status, isUnavailable(error) ? [{ field: '', message: t('away') }] : faults)
  }
  redirect(`/${language}/commitments/${parsed.data.ref}/report/sent`)
}
