import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { undoImport } from '../../main/database/import-undo.ts'
import { importWith } from './imports.ts'
import { personRow, redoNext, smallOffice, undoNext } from './office.ts'

/** `PEOPLE=50000` measures the size of a district. */
const measured = process.env['PEOPLE']
const count = Number(measured ?? 3000)
const ids = Array.from({ length: count }, (_, n) => String(n))

const importVolunteers = (db: Database): Promise<void> =>
  importWith(
    db,
    'made',
    async (tx) => {
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
    },
    'volunteers',
  )

/** A second list with another phone for each. */
const importChanges = (db: Database): Promise<void> =>
  importWith(db, 'changed', async (tx) => {
    await tx.updateEach(
      ids.map((n) => ({
        table: 'person',
        id: `p${n}`,
        version: 1,
        patch: { phone: `139${n.padStart(8, '0')}`, address: n },
      })),
    )
  })

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  if (measured !== undefined) process.stdout.write(`processor ${(user + system) / 1e6} s\n`)
  return (performance.now() - start) / 1000
}

test('imports of tens of thousands are taken back in seconds', async () => {
  const db = await smallOffice()
  try {
    const made = await secondsOf(() => importVolunteers(db))
    const changed = await secondsOf(() => importChanges(db))
    const restored = await secondsOf(async () => {
      expect((await undoImport(db, 'changed')).restored).toEqual({ person: count })
    })
    const changedBack = await secondsOf(() => undoNext(db))
    await redoNext(db)
    const removed = await secondsOf(async () => {
      expect((await undoImport(db, 'made')).removed).toEqual({ person: count, volunteer: count })
    })
    const back = await secondsOf(() => undoNext(db))
    const again = await secondsOf(() => redoNext(db))
    if (measured !== undefined) {
      process.stdout.write(
        `${JSON.stringify({ count, made, changed, restored, changedBack, removed, back, again })}\n`,
      )
    }
    expect(await db.query('SELECT count(*) AS "n" FROM person')).toEqual([{ n: 4 }])
    // Measured alone it is a fraction of this; a look at everybody for each row would take minutes.
    expect(removed).toBeLessThan(count / 100)
  } finally {
    await db.close()
  }
}, 600_000)
