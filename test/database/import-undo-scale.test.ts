import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { recordImport } from '../../main/database/import-runs.ts'
import { undoImport } from '../../main/database/import-undo.ts'
import { personRow, redoNext, smallOffice, undoNext } from './office.ts'

const count = Number(process.env['PEOPLE'] ?? 3000)
const apply = { action: 'import.apply', label: '导入', undoable: true }

const importVolunteers = (db: Database): Promise<void> =>
  db.edit(apply, async (tx) => {
    const ids = Array.from({ length: count }, (_, n) => String(n))
    await tx.insertAll(
      'person',
      ids.map((n) => personRow(`p${n}`, `志愿者${n}`, { phone: `138${n.padStart(8, '0')}` })),
    )
    await tx.insertAll(
      'volunteer',
      ids.map((n) => ({
        id: `v${n}`,
        personId: `p${n}`,
        unitId: 'community',
        team: '一队',
        serviceType: null,
        specialty: null,
        startsOn: null,
        endsOn: null,
      })),
    )
    await recordImport(tx, {
      id: 'run',
      files: [{ name: '志愿者.xlsx', sha256: 'a' }],
      outcome: { ledger: 'volunteers', rows: count, created: {}, updated: {}, unchanged: 0, rejectedRows: 0 },
    })
  })

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

test('an import of tens of thousands is taken back in seconds', async () => {
  const db = await smallOffice()
  try {
    const made = await secondsOf(() => importVolunteers(db))
    const undone = await secondsOf(async () => {
      expect((await undoImport(db, 'run')).removed).toEqual({ person: count, volunteer: count })
    })
    const back = await secondsOf(() => undoNext(db))
    const again = await secondsOf(() => redoNext(db))
    if (process.env['PEOPLE'] !== undefined) console.log({ count, made, undone, back, again })
    expect(await db.query('SELECT count(*) AS n FROM person')).toEqual([{ n: 4 }])
  } finally {
    await db.close()
  }
}, 600_000)
