import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { searchablePdf } from '../../main/print/searchable-pdf.ts'

const table = (body: string): string => `begincmap
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${body}endcmap
end`

/** A file with one font, as Chromium ends it. */
const pdfWith = (body: string): Buffer => {
  const packed = deflateSync(Buffer.from(table(body)))
  const head = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</ToUnicode 2 0 R>>\nendobj\n2 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`,
  )
  const tail = Buffer.from(
    '\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3\n/Root 1 0 R>>\nstartxref\n99\n%%EOF\n',
  )
  return Buffer.concat([head, packed, tail])
}

test('radicals become the characters they stand for, in an update at the end of the file', () => {
  const pdf = pdfWith(`2 beginbfchar
<0001> <2F29>
<0002> <D840DC64>
endbfchar
2 beginbfrange
<0011> <0012> <0030>
<0021> <0022> <2EDA>
endbfrange
`)
  const made = Buffer.from(searchablePdf(pdf))
  expect(made.subarray(0, pdf.length).equals(pdf)).toBe(true)
  const text = made.toString('latin1')
  const at = Number(/2 1\n(\d{10}) 00000 n /.exec(text)?.[1])
  const found = /^2 0 obj\n<<\/Filter \/FlateDecode\n\/Length (\d+)>> stream\n/.exec(text.slice(at))
  const from = at + (found?.[0].length ?? 0)
  const content = inflateSync(made.subarray(from, from + Number(found?.[1]))).toString()
  expect(content).toBe(
    table(`6 beginbfchar
<0001> <5C0F>
<0002> <D840DC64>
<0011> <0030>
<0012> <0031>
<0021> <9875>
<0022> <98CE>
endbfchar
`),
  )
  expect(text).toMatch(/\/Prev 99>>\nstartxref\n\d+\n%%EOF\n$/)
  const table2 = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  expect(text.slice(table2, table2 + 4)).toBe('xref')
})

test('a file that is not as Chromium writes it stays as it is', () => {
  for (const other of [Buffer.from('%PDF'), Buffer.from([1]), Buffer.from('/ToUnicode 2 0 R')]) {
    expect(Buffer.from(searchablePdf(other)).equals(other)).toBe(true)
  }
})
