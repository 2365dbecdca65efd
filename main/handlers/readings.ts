import type { Reading } from '../pinyin.ts'
import { runTask } from '../workers/run.ts'

/** The pinyin dictionary takes 0.1 s to load: it stays in a thread of its own. */
export const readingOf = async (name: string, kind: 'person' | 'unit'): Promise<Reading> => {
  const names = { people: kind === 'person' ? [name] : [], units: kind === 'unit' ? [name] : [] }
  const readings = await runTask('pinyin', names)
  return { pinyin: '', initials: '', ...readings.people[name], ...readings.units[name] }
}
