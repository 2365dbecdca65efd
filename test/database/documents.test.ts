import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { listHistory } from '../../main/database/history.ts'
import { documentHandlers as ask } from '../../main/handlers/documents.ts'
import { clearScratch } from '../../main/scratch.ts'
import { describeError } from '../../shared/messages.ts'
import { mostDocumentBytes } from '../../shared/rules/document-file.ts'
import { contextOf } from './context.ts'
import { newDirectory, redoNext, smallOffice, undoNext } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())
afterAll(clearScratch)

const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text))
const pdf = (text: string) => bytesOf(`%PDF-1.7 ${text}`)
const versionOf = async (id: string) =>
  (await db.query<{ version: number }>('SELECT version FROM unit WHERE id = ?', [id]))[0]?.version ?? 0
const attach = async (name: string, content: Uint8Array<ArrayBuffer>, unitId = 'branch') => {
  const context = contextOf(db)
  const { fileId } = await ask['document.receive']({ name, content }, context)
  return ask['approval.attach']({ unitId, version: await versionOf(unitId), fileId }, context)
}
const attached = () => ask['approval.load']({ unitId: 'branch' }, contextOf(db))
const kept = async () => (await db.query<{ n: number }>('SELECT count(*) AS "n" FROM document_content'))[0]?.n

test('a file is attached, opened as it was, replaced and untied; each step undone and done again', async () => {
  expect(await attached()).toBeNull()
  await attach('汉组发〔2022〕15号.pdf', pdf('批复'))
  const first = await attached()
  expect(first).toMatchObject({ name: '汉组发〔2022〕15号.pdf', size: pdf('批复').byteLength })
  const context = contextOf(db)
  expect(await ask['document.open']({ id: first?.id ?? '' }, context)).toBe(true)
  const [copy = ''] = context.revealed
  expect(copy.endsWith('汉组发〔2022〕15号.pdf')).toBe(true)
  expect(readFileSync(copy)).toEqual(Buffer.from(pdf('批复')))
  clearScratch()
  expect(existsSync(copy)).toBe(false)

  await attach('新批复.pdf', pdf('新'))
  expect((await attached())?.name).toBe('新批复.pdf')
  await ask['approval.remove']({ unitId: 'branch', version: await versionOf('branch') }, contextOf(db))
  expect(await attached()).toBeNull()
  expect(await undoNext(db)).toBe('移除 百二河雅苑党支部 的批复文件')
  expect(await undoNext(db)).toBe('更换 百二河雅苑党支部 的批复文件')
  expect(await attached()).toEqual(first)
  expect(await undoNext(db)).toBe('添加 百二河雅苑党支部 的批复文件')
  expect(await attached()).toBeNull()
  expect(await db.query('SELECT id FROM document')).toEqual([])
  await redoNext(db)
  await redoNext(db)
  const again = await attached()
  const other = contextOf(db)
  await ask['document.open']({ id: again?.id ?? '' }, other)
  expect(readFileSync(other.revealed[0] ?? '')).toEqual(Buffer.from(pdf('新')))
})

test('the same bytes are kept once, and stay out of the audit trail', async () => {
  const content = pdf('同一份'.repeat(1000))
  await attach('甲.pdf', content)
  await attach('乙.pdf', content)
  expect(await kept()).toBe(1)
  const [row] = await db.query<{ n: number }>(
    "SELECT max(length(coalesce(after, ''))) AS \"n\" FROM audit_change WHERE table_name = 'document'",
  )
  expect(row?.n).toBeLessThan(300)
  const [entry] = await listHistory(db, 1, 'branch')
  expect(entry?.details).toContainEqual({ field: '批复文件', before: '甲.pdf', after: '乙.pdf' })
})

test('wrong, broken, empty and lost files are refused with one sentence, and nothing is kept', async () => {
  const refused = async (name: string, content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const error: unknown = await attach(name, content).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'value.invalid' })
    return describeError('value.invalid', (error as { facts: Record<string, string> }).facts)
  }
  expect(await refused('程序.exe', bytesOf('MZ'))).toBe(
    '“程序.exe”不是扫描件或文档，请选择 PDF、OFD、图片或 Word、WPS 文字，没有保存。请改正后重试。',
  )
  expect(await refused('批复.pdf', bytesOf('<html>'))).toBe(
    '“批复.pdf”的内容不是 PDF 文件，可能已损坏，没有保存。请改正后重试。',
  )
  expect(await refused('空.png', new Uint8Array(0))).toContain('“空.png”里没有内容')
  expect(await refused('大.pdf', new Uint8Array(mostDocumentBytes + 1))).toContain('超过 50 MB')
  await expect(
    ask['approval.attach']({ unitId: 'branch', version: 1, fileId: 'gone' }, contextOf(db)),
  ).rejects.toMatchObject({ code: 'file.missing' })
  expect(await kept()).toBe(0)
  expect(await versionOf('branch')).toBe(1)
})

test('chosen with the dialog, and saved elsewhere', async () => {
  const folder = newDirectory()
  const source = join(folder, '批复.PDF')
  writeFileSync(source, pdf('x'))
  const target = join(folder, '另存.pdf')
  const base = contextOf(db)
  const context = {
    ...base,
    desktop: { ...base.desktop, chooseFile: async () => source, chooseTarget: async () => target },
  }
  const chosen = await ask['document.choose'](null, context)
  expect(chosen).toMatchObject({ name: '批复.PDF' })
  await ask['approval.attach']({ unitId: 'branch', version: 1, fileId: chosen?.fileId ?? '' }, context)
  const id = (await attached())?.id ?? ''
  expect(await ask['document.save']({ id }, context)).toMatchObject({ name: '另存.pdf' })
  expect(readFileSync(target)).toEqual(readFileSync(source))
  await expect(ask['document.open']({ id: 'none' }, context)).rejects.toMatchObject({
    code: 'record.missing',
  })
  await expect(attach('批复.pdf', pdf('y'), 'community')).rejects.toMatchObject({
    facts: { reason: '只有党支部有批复文件' },
  })
})

test('a file of almost 50 MB comes back whole', async () => {
  const content = new Uint8Array(49 * 1024 * 1024)
  content.set(pdf('大'))
  content[content.length - 1] = 7
  await attach('大.pdf', content)
  const context = contextOf(db)
  await ask['document.open']({ id: (await attached())?.id ?? '' }, context)
  expect(Buffer.compare(readFileSync(context.revealed[0] ?? ''), Buffer.from(content))).toBe(0)
}, 30_000)
