import type { Sheet } from '../../shared/sheets/sheet.ts'
import type { NameReading, NameReadings, ParsedRow, RowsPart, SheetContext } from './parsed-row.ts'

const unitTypes: ReadonlySet<string> = new Set(['street', 'community', 'branch', 'group'])

/** Reads the names of a ledger in pinyin, each once. Runs in the worker: the dictionary is slow to load. */
export const nameReader = async (sheet: Sheet) => {
  const { pinyinOf } = await import('../pinyin.ts')
  const fieldsOf = (wanted: (type: string) => boolean) =>
    sheet.columns.filter((column) => wanted(column.type)).map((column) => column.field)
  const personFields = fieldsOf((type) => type === 'name')
  const unitFields = fieldsOf((type) => unitTypes.has(type))
  const known = { person: new Set<string>(), unit: new Set<string>() }

  const read = (names: Iterable<unknown>, kind: 'person' | 'unit'): NameReadings => {
    const readings: Record<string, NameReading> = {}
    for (const name of names) {
      if (typeof name !== 'string' || known[kind].has(name)) continue
      known[kind].add(name)
      readings[name] = pinyinOf(name, kind)
    }
    return readings
  }
  const values = (rows: readonly ParsedRow[], fields: readonly string[]) =>
    rows.flatMap((row) => fields.map((field) => row.values[field]))

  return {
    ofContexts: (contexts: readonly SheetContext[]): NameReadings =>
      read(
        contexts.flatMap((context) => [context.street, context.community]),
        'unit',
      ),
    ofRows: (rows: readonly ParsedRow[]): Pick<RowsPart, 'people' | 'units'> => {
      const accepted = rows.filter((row) => row.refused.length === 0)
      return {
        people: read(values(accepted, personFields), 'person'),
        units: read(values(accepted, unitFields), 'unit'),
      }
    },
  }
}
