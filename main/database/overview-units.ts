import { branchKindLabels, countLabels } from '../../shared/labels.ts'
import type { CommunityCount, Figure } from '../../shared/models/overview.ts'
import { type BranchKind, branchKinds, type UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'

const counted: readonly (readonly [UnitKind, string])[] = [
  ['streetCommittee', 'streetCommittees'],
  ['communityCommittee', 'communityCommittees'],
  ['branch', 'branches'],
  ['buildingGroup', 'buildingGroups'],
  ['memberHousehold', 'memberHouseholds'],
  ['emergencyBranch', 'emergencyBranches'],
]

/** Living units by kind; branches also by their own kind. */
export const loadUnitFigures = async (reader: Reader): Promise<readonly Figure[]> => {
  const rows = await reader.query<{ kind: UnitKind; branchKind: BranchKind | null; n: number }>(
    `SELECT kind AS "kind", branch_kind AS "branchKind", count(*) AS "n" FROM unit
     WHERE dissolved_on IS NULL GROUP BY kind, branch_kind`,
  )
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, row) => total + row.n, 0)
  const branchParts = branchKinds.map((kind) => ({
    key: `branchKind=${kind}`,
    label: branchKindLabels[kind].replace(/党支部$/u, ''),
    value: sum((row) => row.kind === 'branch' && row.branchKind === kind),
  }))
  return counted.map(([kind, key]) => ({
    key,
    label: countLabels[key] ?? key,
    value: sum((row) => row.kind === kind),
    parts: kind === 'branch' ? branchParts.filter((part) => part.value > 0) : [],
  }))
}

/** An estate is covered when a living branch serves it. */
const coveredEstates = `SELECT unit_estate.estate_id FROM unit_estate JOIN unit ON unit.id = unit_estate.unit_id
  WHERE unit.kind = 'branch' AND unit.dissolved_on IS NULL AND unit_estate.ends_on IS NULL`

/** 小区覆盖: all estates, and of them those that a living branch serves. */
export const loadCoverageFigure = async (reader: Reader): Promise<Figure> => {
  const [row] = await reader.query<{ all: number; covered: number | null }>(
    `SELECT count(*) AS "all", sum(CASE WHEN id IN (${coveredEstates}) THEN 1 ELSE 0 END) AS "covered" FROM estate WHERE ended_on IS NULL`,
  )
  const all = row?.all ?? 0
  const covered = row?.covered ?? 0
  return {
    key: 'estates',
    label: '小区（已建党支部）',
    value: covered,
    of: all,
    parts: all > covered ? [{ key: 'uncovered', label: '未建', value: all - covered }] : [],
  }
}

interface Place {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

/** Living communities in the order of the tree, with their branches, groups and estates. A handful of grouped queries. */
export const loadCommunities = async (reader: Reader): Promise<readonly CommunityCount[]> => {
  const [communities, streets, branches, groups, estates] = await Promise.all([
    placesOf(reader, 'communityCommittee'),
    placesOf(reader, 'streetCommittee'),
    counts(
      reader,
      `SELECT parent_id AS "id", count(*) AS "n" FROM unit
       WHERE kind = 'branch' AND dissolved_on IS NULL GROUP BY parent_id`,
    ),
    counts(
      reader,
      `SELECT branch.parent_id AS "id", count(*) AS "n" FROM unit JOIN unit branch ON branch.id = unit.parent_id
       WHERE unit.kind = 'buildingGroup' AND unit.dissolved_on IS NULL GROUP BY branch.parent_id`,
    ),
    reader.query<{ id: string; n: number; covered: number }>(
      `SELECT community_id AS "id", count(*) AS "n",
         sum(CASE WHEN id IN (${coveredEstates}) THEN 1 ELSE 0 END) AS "covered"
       FROM estate WHERE community_id IS NOT NULL AND ended_on IS NULL GROUP BY community_id`,
    ),
  ])
  const streetOf = new Map(streets.map((street, index) => [street.id, { name: street.name, index }]))
  const estatesOf = new Map(estates.map((row) => [row.id, row]))
  const orderOf = (place: Place) => streetOf.get(place.parentId ?? '')?.index ?? streets.length
  return communities
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map(({ id, name, parentId }) => ({
      id,
      name,
      streetId: parentId,
      street: streetOf.get(parentId ?? '')?.name ?? '',
      branches: branches.get(id) ?? 0,
      groups: groups.get(id) ?? 0,
      estates: estatesOf.get(id)?.n ?? 0,
      coveredEstates: estatesOf.get(id)?.covered ?? 0,
    }))
}

const placesOf = (reader: Reader, kind: UnitKind): Promise<Place[]> =>
  reader.query<Place>(
    `SELECT id AS "id", name AS "name", parent_id AS "parentId" FROM unit
     WHERE kind = ? AND dissolved_on IS NULL ORDER BY sort, id`,
    [kind],
  )

const counts = async (reader: Reader, sql: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await reader.query<{ id: string; n: number }>(sql)).map((row) => [row.id, row.n]))
