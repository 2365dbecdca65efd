import type { Database } from './database/database.ts'
import { fillSortKeys } from './database/sort-keys.ts'
import { runTask } from './workers/run.ts'

/** Gives everybody from an older edition what the list is sorted by. Answers how many it was. */
export const sortPeople = (db: Database): Promise<number> =>
  fillSortKeys(db, async (named) =>
    named.people.length === 0 ? {} : (await runTask('pinyin', { ...named, units: [] })).people,
  )
