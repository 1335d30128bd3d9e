// Pagination of the desk: the page number of an address, and what is said of a malformed one.

import { setAnswerStatus } from '#app/answer.ts'
import { readPageNumber } from '#lib/page-number.ts'

/** The page number of an address of the desk; a malformed one is said, answered with 400, and shown as the first page. */
export function pageAsked(asked: string | string[] | undefined): { page: number; fault: string | null } {
  const page = Array.isArray(asked) ? null : readPageNumber(asked)
  if (page !== null) return { page, fault: null }
  setAnswerStatus(400)
  return { page: 1, fault: 'A page number is a whole number from 1 on: here is the first page.' }
}
