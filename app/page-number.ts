import { setAnswerStatus } from '#app/answer.ts'

/** The page number of an address; a malformed one is said, answered with 400, and shown as the first page. */
export function readPage(asked: string | string[] | undefined): { page: number; fault: string | null } {
  if (asked === undefined || asked === '') return { page: 1, fault: null }
  if (typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked)) return { page: Number(asked), fault: null }
  setAnswerStatus(400)
  return { page: 1, fault: 'A page number is a whole number from 1 on: here is the first page.' }
}
