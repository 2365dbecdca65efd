import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseName, openDatabase } from '../../main/database/open.ts'
import { describeError } from '../../shared/messages.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'zhibu-'))

test('a database file of 0 bytes is a lost one, not a new one: refused and left as it is', async () => {
  const where = directory()
  writeFileSync(join(where, databaseName), '')
  await expect(openDatabase(where)).rejects.toMatchObject({ code: 'database.empty-file' })
  expect(statSync(join(where, databaseName)).size).toBe(0)
})

test('a file that is no database is refused and left as it is', async () => {
  const where = directory()
  const rubbish = Buffer.alloc(8192, 'x')
  writeFileSync(join(where, databaseName), rubbish)
  await expect(openDatabase(where)).rejects.toMatchObject({ code: 'database.damaged' })
  expect(readFileSync(join(where, databaseName)).equals(rubbish)).toBe(true)
})

test('a database from a newer version is refused', async () => {
  const where = directory()
  const db = await openDatabase(where)
  await db.exclusive(async (runner) => {
    await runner.query(
      "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')",
    )
  })
  await db.close()
  await expect(openDatabase(where)).rejects.toMatchObject({ code: 'database.newer' })
})

test('a data directory that is a file gives a sentence, not a crash', async () => {
  const where = join(directory(), 'file')
  writeFileSync(where, 'x')
  const refusal = await openDatabase(where).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({ code: 'database.read-only' })
  expect(describeError('database.read-only')).toMatch(/没有改动/)
})

// A disk of its own needs root: an ordinary developer's run leaves this one out.
const canMount = process.platform === 'linux' && process.getuid?.() === 0

test.runIf(canMount)('a full disk loses nothing that was saved, and says so', async (context) => {
  const where = join(directory(), 'small')
  mkdirSync(where)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', where], { stdio: 'pipe' })
  } catch {
    // A container may forbid mounts even to root; then there is no disk to fill.
    context.skip()
  }
  try {
    const db = await openDatabase(where)
    const edit = { action: 'test', label: 'test', undoable: true }
    const note = '字'.repeat(2000)
    let saved = 0
    let refusal: unknown = null
    while (refusal === null && saved < 500) {
      await db
        .edit(edit, (tx) => tx.insert('partnerUnit', { id: `p${saved}`, name: note }))
        .then(
          () => {
            saved += 1
          },
          (error: unknown) => {
            refusal = error
          },
        )
    }
    expect(refusal).toMatchObject({ code: 'database.disk-full' })
    expect(await db.query('SELECT count(*) AS n FROM partner_unit')).toEqual([{ n: saved }])
    await db.close()
    expect(readdirSync(where)).toContain(databaseName)
  } finally {
    execFileSync('umount', ['-l', where])
  }
})
