import type { Gap, NamedGap } from '../../shared/models/gap.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { PostStandard } from '../../shared/models/standards.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { countsBelow } from '../../shared/rules/standards.ts'
import type { Parameter } from './database.ts'

/** A condition on living units under which they lack something. */
export interface GapRule {
  readonly gap: Gap
  /** The kind of unit it is about; null: any. */
  readonly kind: UnitKind | null
  readonly condition: string
  readonly parameters: readonly Parameter[]
}

/** Posts whose lack has a name of its own; `phone`: whoever holds it must be reached. */
const named: Readonly<
  Partial<Record<PostKind, { readonly nobody: NamedGap; readonly phone: NamedGap | null }>>
> = {
  secretary: { nobody: 'noSecretary', phone: 'noSecretaryPhone' },
  firstSecretary: { nobody: 'noFirstSecretary', phone: 'noFirstSecretaryPhone' },
  gridLeader: { nobody: 'noGridLeader', phone: 'noGridLeaderPhone' },
  groupLeader: { nobody: 'noGroupLeader', phone: null },
}

const held = 'SELECT 1 FROM post WHERE post.unit_id = unit.id AND post.kind = ? AND post.ends_on IS NULL'

/** One of those who hold it has a phone. */
const reachable = `SELECT 1 FROM post JOIN person ON person.id = post.person_id
  WHERE post.unit_id = unit.id AND post.kind = ? AND post.ends_on IS NULL
    AND coalesce(person.phone, person.phone2) IS NOT NULL`

/** How many hold a post in `unit`, for heads in the groups and households below it as well. Parameters: the kind. */
export const heldCount = (
  post: PostKind,
): { readonly sql: string; readonly parameters: readonly Parameter[] } => {
  const own = `(SELECT count(*) FROM post WHERE post.unit_id = unit.id AND post.kind = ? AND post.ends_on IS NULL)`
  if (!countsBelow(post)) return { sql: own, parameters: [post] }
  const below = `(SELECT count(*) FROM unit child JOIN post ON post.unit_id = child.id
    WHERE child.parent_id = unit.id AND post.kind = ? AND post.ends_on IS NULL)`
  const deeper = `(SELECT count(*) FROM unit child JOIN unit grandchild ON grandchild.parent_id = child.id
    JOIN post ON post.unit_id = grandchild.id
    WHERE child.parent_id = unit.id AND post.kind = ? AND post.ends_on IS NULL)`
  return { sql: `(${own} + ${below} + ${deeper})`, parameters: [post, post, post] }
}

const ofEstates = (column: 'building_count' | 'household_count'): string =>
  `coalesce((SELECT sum(estate.${column}) FROM unit_estate JOIN estate ON estate.id = unit_estate.estate_id
    WHERE unit_estate.unit_id = unit.id AND unit_estate.ends_on IS NULL AND estate.ended_on IS NULL), 0)`

/** How many are expected to hold it in `unit`, by its buildings or households. */
export const expectedCount = (
  standard: PostStandard,
): { readonly sql: string; readonly parameters: readonly Parameter[] } => {
  const { fewest, households } = standard
  switch (standard.per) {
    case 'unit':
      return { sql: '?', parameters: [fewest] }
    case 'building':
      return { sql: `(? * ${ofEstates('building_count')})`, parameters: [fewest] }
    case 'households':
      return {
        sql: `(? * ((${ofEstates('household_count')} + ? - 1) / ?))`,
        parameters: [fewest, households, households],
      }
  }
}

const rulesOf = (standard: PostStandard): readonly GapRule[] => {
  const { unitKind, post, fewest } = standard
  if (fewest === 0) return []
  const own = named[post]
  const rules: GapRule[] = []
  if (own !== undefined && standard.per === 'unit') {
    rules.push({
      gap: own.nobody,
      kind: unitKind,
      condition: `NOT EXISTS (${held})`,
      parameters: [post],
    })
    if (own.phone !== null) {
      rules.push({
        gap: own.phone,
        kind: unitKind,
        condition: `EXISTS (${held}) AND NOT EXISTS (${reachable})`,
        parameters: [post, post],
      })
    }
    if (fewest === 1) return rules
  }
  const [have, want] = [heldCount(post), expectedCount(standard)]
  const some = rules.length === 0 ? '' : `EXISTS (${held}) AND `
  rules.push({
    gap: `few:${post}`,
    kind: unitKind,
    condition: `${some}${have.sql} < ${want.sql}`,
    parameters: [...(some === '' ? [] : [post]), ...have.parameters, ...want.parameters],
  })
  return rules
}

/** What units lack by the standards of posts. */
export const staffingGaps = (standards: readonly PostStandard[]): readonly GapRule[] =>
  standards.flatMap(rulesOf)

/** Posts whose holders' missing phones are told with the unit already. */
export const phonePairs = (
  standards: readonly PostStandard[],
): readonly { readonly unitKind: UnitKind; readonly post: PostKind }[] =>
  standards.filter((line) => rulesOf(line).some((rule) => rule.gap === named[line.post]?.phone))
