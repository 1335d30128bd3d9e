// Drafts of imports: which column of a table is which. The table itself, its rows and their checks are lib/imports.

import { z } from 'zod'
import { invalid } from '#lib/errors.ts'
import { enqueue } from '#lib/queue.ts'
import { type ReviewKind, readBy } from '#lib/review/kinds/kind.ts'

const message = 'An import is handed in from its own page, once its rows are in order.'

export const importKind: ReviewKind = {
  act: () => 'an import of commitments',
  title: () => ({ text: '', language: 'en' }),
  read: (fields) =>
    readBy(z.object({}), fields, () => ({
      facts: async () => [],
      check: async () => {
        throw invalid('', message)
      },
      publish: async (_, { id }, { tx }) => {
        await enqueue(tx, 'import', { id })
        return null
      },
    })),
}
