import type { Relative, UnitPastLine, UnitStory } from '../../shared/models/reorganization.ts'
import type { Reader } from './database.ts'

const relatives = (reader: Reader, id: string, from: string, to: string): Promise<Relative[]> =>
  reader.query<Relative>(
    `SELECT unit.id AS "id", unit.kind AS "kind", unit.name AS "name", succession.day AS "day",
       succession.kind AS "how"
     FROM succession JOIN unit ON unit.id = succession.${to} WHERE succession.${from} = ? ORDER BY succession.day, unit.name`,
    [id],
  )

/** 沿革: what a unit was called and where it stood, the latest first, what it came from and what followed it. */
export const loadStory = async (reader: Reader, id: string): Promise<UnitStory> => {
  const [past, now, predecessors, successors] = await Promise.all([
    reader.query<UnitPastLine>(
      `SELECT unit_past.name AS "name", parent.name AS "parentName", state AS "state", starts_on AS "startsOn",
         ends_on AS "endsOn"
       FROM unit_past LEFT JOIN unit parent ON parent.id = unit_past.parent_id
       WHERE unit_id = ? ORDER BY ends_on DESC`,
      [id],
    ),
    reader.query<UnitPastLine & { readonly foundedOn: string | null }>(
      `SELECT unit.name AS "name", parent.name AS "parentName", 'living' AS "state", unit.founded_on AS "foundedOn",
         unit.dissolved_on AS "endsOn"
       FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id WHERE unit.id = ?`,
      [id],
    ),
    relatives(reader, id, 'to_id', 'from_id'),
    relatives(reader, id, 'from_id', 'to_id'),
  ])
  const present = now.map(({ foundedOn, ...line }) => ({ ...line, startsOn: past[0]?.endsOn ?? foundedOn }))
  return { lines: [...present, ...past], predecessors, successors }
}
