import { expect, test } from 'vitest'
import {
  checkDocument,
  documentProblem,
  endingOf,
  mostDocumentBytes,
  safeFileName,
  sizeWords,
} from '../../shared/rules/document-file.ts'

test('a file is known by its ending and its first bytes', () => {
  const bytes = (...list: number[]) => new Uint8Array(list)
  expect(checkDocument('a.JPG', bytes(0xff, 0xd8, 0xff, 0)).ok).toBe(true)
  expect(checkDocument('a.docx', bytes(0x50, 0x4b, 3, 4)).ok).toBe(true)
  expect(checkDocument('加密.docx', bytes(0xd0, 0xcf, 0x11, 0xe0)).ok).toBe(true)
  expect(checkDocument('a.png', bytes(0xff, 0xd8, 0xff, 0))).toEqual({
    ok: false,
    reason: '“a.png”的内容不是 PNG 文件，可能已损坏',
  })
  expect(checkDocument('a.pdf', new TextEncoder().encode(`\n\n%PDF-1.4`)).ok).toBe(true)
  expect(documentProblem('a', 1)).toContain('不是扫描件或文档')
  expect(documentProblem('a.constructor', 1)).toContain('不是扫描件或文档')
  expect(documentProblem('a.pdf', mostDocumentBytes)).toBeNull()
  expect(documentProblem('a.pdf', mostDocumentBytes + 1)).toBe('“a.pdf”有 50.0 MB，超过 50 MB')
})

test('sizes in words, and names that every system takes', () => {
  expect([sizeWords(12), sizeWords(850_000), sizeWords(1_300_000)]).toEqual(['12 字节', '830 KB', '1.2 MB'])
  expect(endingOf('汉组发〔2022〕15号.PDF')).toBe('pdf')
  expect(safeFileName('../a:b?.PDF')).toBe('.._a_b_.pdf')
  expect(safeFileName('.pdf')).toBe('批复文件.pdf')
  expect(safeFileName(`${'𬭚'.repeat(200)}.pdf`)).toBe(`${'𬭚'.repeat(120)}.pdf`)
})
