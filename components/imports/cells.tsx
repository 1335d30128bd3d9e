import { ScrollBox } from '#components/ui/scroll-box.tsx'
import type { CellFault } from '#lib/imports/check.ts'
import { columnName } from '#lib/imports/rules.ts'

type Props = { faults: CellFault[]; count: number; header: string[] }

/** What is to be mended, cell by cell, as a spreadsheet names them. */
export function Cells({ faults, count, header }: Props) {
  if (faults.length === 0) return null
  return (
    <section>
      <h2>To be mended</h2>
      <p className="mb-4 max-w-measure text-soft">
        In the table; then upload it again.
        {count > faults.length
          ? ` These are the first ${faults.length} of ${count.toLocaleString('en')}.`
          : ''}
      </p>
      <ScrollBox label="Cells to be mended">
        <table className="w-full">
          <thead>
            <tr className="border-b border-edge text-left">
              <th scope="col" className="py-1.5 pr-4 text-right">
                Row
              </th>
              <th scope="col" className="py-1.5 pr-4">
                Column
              </th>
              <th scope="col" className="py-1.5">
                What is wrong
              </th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, message }) => (
              <tr key={`${row} ${column} ${message}`} className="border-b border-rule align-baseline">
                <td className="py-1.5 pr-4 text-right">{row}</td>
                <td className="py-1.5 pr-4 whitespace-nowrap">
                  {column === null ? '–' : `${columnName(column)} ${header[column] ?? ''}`}
                </td>
                <td className="min-w-60 py-1.5">
                  <bdi>{message}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
