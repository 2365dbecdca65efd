import type { UnitOption } from '../../shared/models/reorganization.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'

const mostOptions = 50

/** Living units of these kinds whose name, reading or initials hold `text` (empty: any), with the names above them. */
export const loadUnitOptions = async (
  reader: Reader,
  text: string,
  kinds: readonly UnitKind[],
): Promise<readonly UnitOption[]> => {
  const wanted = text.trim()
  const reading = wanted.toLowerCase().replaceAll(/[\s']/g, '')
  const matches =
    wanted === ''
      ? ''
      : 'AND (instr(unit.name, ?) > 0 OR instr(unit.pinyin, ?) > 0 OR instr(unit.initials, ?) > 0)'
  const rows = await reader.query<UnitOption & { readonly one: string | null; readonly two: string | null }>(
    `SELECT unit.id AS "id", unit.kind AS "kind", unit.name AS "name", unit.branch_kind AS "branchKind",
       parent.name AS "one", grand.name AS "two"
     FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id LEFT JOIN unit grand ON grand.id = parent.parent_id
     WHERE unit.dissolved_on IS NULL AND unit.kind IN (${placeholders(kinds.length)}) ${matches}
     ORDER BY length(unit.name), unit.sort, unit.id LIMIT ${mostOptions}`,
    [...kinds, ...(wanted === '' ? [] : [wanted, reading, reading])],
  )
  return rows.map(({ one, two, ...option }) => ({
    ...option,
    path: [two, one].filter((name) => name !== null).join(' / '),
  }))
}
