import type { Reading } from '../pinyin.ts'
import { runTask } from '../workers/run.ts'

/** `surname`: how this person's surname is read where the dictionary has it wrong. The dictionary takes 0.1 s to load: it stays in a thread of its own. */
export const readingOf = async (
  name: string,
  kind: 'person' | 'unit',
  surname: string | null = null,
): Promise<Reading> => {
  const names = {
    surnames: surname === null ? {} : { [name]: surname },
    people: kind === 'person' ? [name] : [],
    units: kind === 'unit' ? [name] : [],
  }
  const readings = await runTask('pinyin', names)
  return { pinyin: '', initials: '', ...readings.people[name], ...readings.units[name] }
}
