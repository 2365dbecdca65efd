import { AppError } from '../../shared/errors.ts'
import type { UnitKind, UnitRef } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'

interface Named extends UnitRef {
  readonly parentId: string | null
}

/** 汉江路街道 is how people write 汉江路街道党工委. */
const withoutOffice = (name: string): string => name.replace(/(党工委|大党委|党总支|党委)$/, '')

/** Names from the unit up to the root. */
const upwards = (unit: Named, all: ReadonlyMap<string, Named>): readonly string[] => {
  const parent = unit.parentId === null ? undefined : all.get(unit.parentId)
  return parent === undefined ? [unit.name] : [unit.name, ...upwards(parent, all)]
}

const fits = (
  names: readonly string[],
  wanted: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean =>
  wanted.every((part, index) => {
    const name = names[index]
    return name !== undefined && same(name, part)
  })

/**
 * The living unit that `name` means: its name, or the end of its path (`阳光社区党委/…党支部`), or its name without
 * 党工委/党委. Throws `unit.unknown`, or `unit.ambiguous` with the candidates' paths.
 */
export const resolveUnit = async (
  reader: Reader,
  name: string,
  kinds: readonly UnitKind[],
): Promise<UnitRef> => {
  const rows = await reader.query<Named>(
    'SELECT id AS "id", kind AS "kind", name AS "name", parent_id AS "parentId" FROM unit WHERE dissolved_on IS NULL',
  )
  const all = new Map(rows.map((row) => [row.id, row]))
  const wanted = name
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .reverse()
  if (wanted.length === 0) throw new AppError('unit.unknown', { name })
  const candidates = rows
    .filter((row) => kinds.includes(row.kind))
    .map((row) => ({ row, path: upwards(row, all) }))
  const exact = candidates.filter((c) => fits(c.path, wanted, (a, b) => a === b))
  const found =
    exact.length > 0
      ? exact
      : candidates.filter((c) => fits(c.path, wanted, (a, b) => withoutOffice(a) === withoutOffice(b)))
  const [first] = found
  if (first === undefined) throw new AppError('unit.unknown', { name })
  if (found.length > 1) {
    throw new AppError('unit.ambiguous', {
      name,
      candidates: found.map((c) => [...c.path].reverse().join('/')).join('；'),
    })
  }
  return { id: first.row.id, kind: first.row.kind, name: first.row.name }
}
