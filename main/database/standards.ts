import { AppError } from '../../shared/errors.ts'
import type { Staffing, Standards } from '../../shared/models/standards.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { standardsSchema } from '../../shared/requests/gaps.ts'
import { defaultStandards, standardsProblem } from '../../shared/rules/standards.ts'
import type { Database, Reader } from './database.ts'
import { expectedCount, heldCount } from './gap-posts.ts'
import { writeSetting } from './setting-rows.ts'

const key = 'standards'

/** 职数标准 as the office set them, else the defaults. */
export const loadStandards = async (reader: Reader): Promise<Standards> => {
  const [row] = await reader.query<{ value: string }>('SELECT value AS "value" FROM setting WHERE id = ?', [
    key,
  ])
  return row === undefined ? defaultStandards : standardsSchema.parse(JSON.parse(row.value))
}

/** The version of what is stored; 0 while the defaults hold. */
export const standardsVersion = async (reader: Reader): Promise<number> => {
  const [row] = await reader.query<{ version: number }>(
    'SELECT version AS "version" FROM setting WHERE id = ?',
    [key],
  )
  return row?.version ?? 0
}

/**
 * `version`: of the standards that were changed. Throws `record.changed`, and `value.invalid` for two lines of one post
 * or limits the wrong way round.
 */
export const saveStandards = async (db: Database, standards: Standards, version: number): Promise<void> => {
  const reason = standardsProblem(standards)
  if (reason !== null) throw new AppError('value.invalid', { reason })
  await db.edit({ action: 'standards.save', label: '修改职数标准', undoable: true }, async (tx) => {
    if ((await standardsVersion(tx)) !== version) throw new AppError('record.changed')
    await writeSetting(tx, key, standards)
  })
}

/** 职数 of one unit by the standards of its kind; what is expected of a unit without buildings or households is 0. */
export const loadStaffing = async (reader: Reader, id: string): Promise<readonly Staffing[]> => {
  const [unit] = await reader.query<{ kind: UnitKind }>('SELECT kind AS "kind" FROM unit WHERE id = ?', [id])
  if (unit === undefined) throw new AppError('record.missing')
  const standards = (await loadStandards(reader)).posts.filter((line) => line.unitKind === unit.kind)
  const lines: Staffing[] = []
  for (const standard of standards) {
    const [have, want] = [heldCount(standard.post), expectedCount(standard)]
    const [row] = await reader.query<{ held: number; expected: number }>(
      `SELECT ${have.sql} AS "held", ${want.sql} AS "expected" FROM unit WHERE unit.id = ?`,
      [...have.parameters, ...want.parameters, id],
    )
    if (row !== undefined) lines.push({ post: standard.post, expected: Number(row.expected), held: row.held })
  }
  return lines
}
