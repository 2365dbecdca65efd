import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp, putAside } from '../../main/database/backups.ts'
import { databaseName, openDatabase } from '../../main/database/open.ts'
import { loadTree } from '../../main/database/tree.ts'
import { newDirectory, smallOffice } from './office.ts'

test('a backup opens as the data it was made of, with its checksum beside it', async () => {
  const db = await smallOffice()
  const tree = await loadTree(db)
  const file = await backUp(db)
  expect(basename(file)).toMatch(/^zhibu-\d{8}-\d{6}\.db$/)
  expect(basename(dirname(file))).toBe('backups')
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${hash}  ${basename(file)}\n`)
  await db.close()
  const elsewhere = newDirectory()
  renameSync(file, join(elsewhere, databaseName))
  const copy = await openDatabase(elsewhere)
  expect(await loadTree(copy)).toEqual(tree)
  await copy.close()
})

test('two backups in one second are two files, and nothing half-made stays', async () => {
  const db = await smallOffice()
  const [first, second] = [await backUp(db), await backUp(db)]
  expect(first).not.toBe(second)
  const kept = readdirSync(dirname(first)).sort()
  expect(kept).toEqual([first, second].flatMap((f) => [basename(f), `${basename(f)}.sha256`]).sort())
  await db.close()
})

test('a backup that cannot be written says so, and nothing half-made stays', async () => {
  const db = await smallOffice()
  // A file stands where the folder should be.
  writeFileSync(join(dirname(db.file), 'backups'), '')
  await expect(backUp(db)).rejects.toMatchObject({ code: 'database.read-only' })
  expect(await loadTree(db)).toHaveLength(5)
  await db.close()
})

test('a closed database is put aside whole', async () => {
  const db = await smallOffice()
  await db.close()
  const name = await putAside(db.file, 'sample')
  expect(name).toMatch(/^sample-\d{8}-\d{6}\.db$/)
  expect(existsSync(db.file)).toBe(false)
  const elsewhere = newDirectory()
  renameSync(join(dirname(db.file), 'backups', name), join(elsewhere, databaseName))
  const opened = await openDatabase(elsewhere)
  expect(await loadTree(opened)).toHaveLength(5)
  await opened.close()
})
