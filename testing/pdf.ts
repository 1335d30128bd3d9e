// Makes small PDFs for tests: pages of lines, each with its place and size.

export type PdfLine = { text: string; x?: number; y: number; size?: number }

/** A PDF of these pages; `info` goes into its description, `locked` puts a password on it that nobody knows. */
export function pdfOf(
  pages: PdfLine[][],
  { info = {}, locked = false }: { info?: Record<string, string>; locked?: boolean } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
  )
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [at, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    )
    const drawn = lines
      .map(({ text, x = 72, y, size = 11 }) => `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n')
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
  }
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${escaped(value)})`)
      .join(' ')} >>`,
  )
  const key = '00'.repeat(32)
  if (locked) add(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`)
  return written(objects, locked)
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

function written(objects: string[], locked: boolean): Uint8Array {
  let file = '%PDF-1.4\n'
  const places = objects.map((body, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const place of places) file += `${String(place).padStart(10, '0')} 00000 n \n`
  const infoAt = objects.length - Number(locked)
  const lock = locked ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoAt} 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
