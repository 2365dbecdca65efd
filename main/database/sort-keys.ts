import type { Reading } from '../pinyin.ts'
import type { Database } from './database.ts'
import { placeholders } from './dialect.ts'

/** Few enough that the window never waits for a part. */
const partSize = 1000

interface Unsorted {
  readonly id: string
  readonly name: string
  readonly surname: string | null
}

export interface Named {
  readonly people: readonly string[]
  readonly surnames: Readonly<Record<string, string>>
}

/**
 * Works out what people are sorted by where that is still missing: rows of an older edition. Not an edit of the
 * office's, so it is not audited. `read` makes the readings of names, off the main thread. Answers how many rows.
 */
export const fillSortKeys = async (
  db: Database,
  read: (named: Named) => Promise<Readonly<Record<string, Reading>>>,
): Promise<number> => {
  let filled = 0
  for (let after = ''; ; ) {
    const rows = await db.query<Unsorted>(
      `SELECT id AS "id", name AS "name", surname_reading AS "surname" FROM person
       WHERE reading_key = '' AND id > ? ORDER BY id LIMIT ${partSize}`,
      [after],
    )
    const plain = rows.filter((row) => row.surname === null)
    await store(db, plain, await read({ people: plain.map((row) => row.name), surnames: {} }))
    for (const row of rows) {
      if (row.surname === null) continue
      await store(db, [row], await read({ people: [row.name], surnames: { [row.name]: row.surname } }))
    }
    filled += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < partSize) return filled
    after = last.id
  }
}

/** One statement for 200 rows: `CASE id WHEN … THEN …`. A name changed meanwhile has its keys already. */
const store = async (
  db: Database,
  rows: readonly Unsorted[],
  readings: Readonly<Record<string, Reading>>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += 200) {
    const part = rows.slice(from, from + 200)
    const cases = part.map(() => 'WHEN ? THEN ?').join(' ')
    const pairs = (key: 'readingKey' | 'strokeKey') =>
      part.flatMap((row) => [row.id, readings[row.name]?.[key] ?? row.name])
    await db.exclusive((runner) =>
      runner.query(
        `UPDATE person SET reading_key = CASE id ${cases} END, stroke_key = CASE id ${cases} END
         WHERE reading_key = '' AND id IN (${placeholders(part.length)})`,
        [...pairs('readingKey'), ...pairs('strokeKey'), ...part.map((row) => row.id)],
      ),
    )
  }
}
