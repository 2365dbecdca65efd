import type { ChartAnswer, ChartLevel, ChartRow } from '../../shared/models/chart.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { type ChartView, mostBoxes } from '../../shared/requests/chart.ts'
import { loadChartHeads, loadMemberCounts } from './chart-people.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { loadPathIds } from './tree-rows.ts'

/** One row as its query gives it; the rest is added by further queries over all rows at once. */
type Unit = Omit<ChartRow, 'open' | 'head' | 'memberCount'>

const own = `unit.id AS "id", unit.kind AS "kind", unit.branch_kind AS "branchKind", unit.sort AS "sort"`
const now = `${own}, unit.parent_id AS "parentId", unit.name AS "name"`
const then = `${own}, past.parent_id AS "parentId", past.name AS "name"`
const childrenNow = `(SELECT count(*) FROM unit child WHERE child.parent_id = unit.id AND child.dissolved_on IS NULL)`

/* As tree-rows.ts reads a past day, but for many parents at once. Each takes the day twice. */
const lives = (unit: string): string =>
  `(${unit}.founded_on IS NULL OR substr(?, 1, length(${unit}.founded_on)) >= ${unit}.founded_on)
   AND (${unit}.dissolved_on IS NULL OR ${unit}.dissolved_on > ?)`
const covers = (past: string): string =>
  `(${past}.starts_on IS NULL OR ${past}.starts_on <= ?) AND ${past}.ends_on > ?`
const unchanged = (unit: string): string =>
  `NOT EXISTS (SELECT 1 FROM unit_past other WHERE other.unit_id = ${unit}.id AND ${covers('other')})`
const childrenThen = `(SELECT count(*) FROM unit child
    WHERE child.parent_id = found."id" AND ${lives('child')} AND ${unchanged('child')})
  + (SELECT count(*) FROM unit_past moved JOIN unit child ON child.id = moved.unit_id
    WHERE moved.parent_id = found."id" AND moved.state = 'living' AND ${covers('moved')} AND ${lives('child')})`

/** The units whose `column` of unit or unit_past fits, on the day (null: today), in no order. */
const unitsWhere = (
  reader: Reader,
  fits: (table: 'unit' | 'past') => string,
  values: readonly Parameter[],
  day: string | null,
): Promise<Unit[]> => {
  if (day === null) {
    return reader.query<Unit>(
      `SELECT ${now}, ${childrenNow} AS "childCount" FROM unit
       WHERE ${fits('unit')} AND unit.dissolved_on IS NULL`,
      values,
    )
  }
  const days = (pairs: number): string[] => new Array<string>(2 * pairs).fill(day)
  return reader.query<Unit>(
    `SELECT found.*, ${childrenThen} AS "childCount" FROM (
       SELECT ${now} FROM unit WHERE ${fits('unit')} AND ${lives('unit')} AND ${unchanged('unit')}
       UNION ALL
       SELECT ${then} FROM unit_past past JOIN unit ON unit.id = past.unit_id
       WHERE ${fits('past')} AND past.state = 'living' AND ${covers('past')} AND ${lives('unit')}
     ) found`,
    // The counts stand first in the text.
    [...days(4), ...values, ...days(2), ...values, ...days(2)],
  )
}

/** Parents per query: far below the most variables that a statement takes, twice over. */
const partSize = 5000

const childrenOf = async (
  reader: Reader,
  parents: readonly string[],
  day: string | null,
): Promise<Unit[]> => {
  const units: Unit[] = []
  for (let from = 0; from < parents.length; from += partSize) {
    const part = parents.slice(from, from + partSize)
    const fits = (table: string) => `${table}.parent_id IN (${placeholders(part.length)})`
    for (const unit of await unitsWhere(reader, fits, part, day)) units.push(unit)
  }
  return units.sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
}

const rootsOf = async (reader: Reader, rootId: string | null, day: string | null): Promise<Unit[]> => {
  const fits = (table: 'unit' | 'past') => {
    if (rootId === null) return `${table}.parent_id IS NULL`
    return table === 'unit' ? 'unit.id = ?' : 'past.unit_id = ?'
  }
  const units = await unitsWhere(reader, fits, rootId === null ? [] : [rootId], day)
  return units.sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
}

/** Kinds of unit that a level opens by itself. */
const openKinds: Readonly<Record<ChartLevel, ReadonlySet<UnitKind>>> = {
  communityCommittee: new Set(['streetCommittee']),
  branch: new Set(['streetCommittee', 'communityCommittee']),
  all: new Set([
    'streetCommittee',
    'communityCommittee',
    'branch',
    'buildingGroup',
    'memberHousehold',
    'emergencyBranch',
  ]),
}

/** Trees of up to this many units are shown whole, or down to their branches. */
const smallTree = 120
const middlingTree = 3000

const levelFor = async (reader: Reader): Promise<ChartLevel> => {
  const [counted] = await reader.query<{ n: number }>(
    `SELECT count(*) AS "n" FROM
       (SELECT 1 AS one FROM unit WHERE dissolved_on IS NULL LIMIT ${middlingTree + 1}) few`,
  )
  const units = counted?.n ?? 0
  if (units <= smallTree) return 'all'
  return units <= middlingTree ? 'branch' : 'communityCommittee'
}

/** Parents before children, each followed by all that stands below it. */
const inTreeOrder = (roots: readonly Unit[], below: ReadonlyMap<string, readonly Unit[]>): Unit[] => {
  const order: Unit[] = []
  const waiting = [...roots].reverse()
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    order.push(unit)
    for (const child of [...(below.get(unit.id) ?? [])].reverse()) waiting.push(child)
  }
  return order
}

/**
 * The boxes of the chart: level by level one query for all opened units, so that the cost is that of the boxes and
 * not of the tree. `most`: what would make more boxes stays closed.
 */
export const loadChart = async (
  reader: Reader,
  view: ChartView,
  most: number = mostBoxes,
): Promise<ChartAnswer> => {
  const level = view.level ?? (await levelFor(reader))
  const closed = new Set(view.closed)
  const opened = new Set(view.opened)
  if (view.reveal !== null) for (const id of await loadPathIds(reader, view.reveal, view.asOf)) opened.add(id)
  const isOpen = (unit: Unit): boolean =>
    unit.childCount > 0 && !closed.has(unit.id) && (opened.has(unit.id) || openKinds[level].has(unit.kind))

  const roots = await rootsOf(reader, view.rootId, view.asOf)
  const below = new Map<string, Unit[]>()
  let count = roots.length
  let limited = false
  let front = roots
  while (front.length > 0) {
    const parents: string[] = []
    for (const unit of front) {
      if (!isOpen(unit)) continue
      if (count + unit.childCount > most) limited = true
      else {
        count += unit.childCount
        parents.push(unit.id)
        below.set(unit.id, [])
      }
    }
    front = parents.length === 0 ? [] : await childrenOf(reader, parents, view.asOf)
    for (const unit of front) if (unit.parentId !== null) below.get(unit.parentId)?.push(unit)
  }

  const units = inTreeOrder(roots, below)
  const ids = units.map((unit) => unit.id)
  const heads = await loadChartHeads(reader, ids, view.asOf)
  const members = await loadMemberCounts(reader, view.asOf)
  const rows = units.map(
    (unit): ChartRow => ({
      ...unit,
      open: below.has(unit.id),
      head: heads.get(unit.id) ?? null,
      memberCount: members.get(unit.id) ?? 0,
    }),
  )
  return { rows, level, limited }
}
