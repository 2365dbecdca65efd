import type { TreeCounts, TreeNode } from '../../shared/models/organization.ts'
import { type UnitKind, type UnitNode, unitKinds } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'
import { loadGaps } from './gaps.ts'
import { forEachRow } from './pages.ts'

/** Columns of `unit` that make a UnitNode. */
export const unitNodeColumns = `unit.id AS "id", unit.kind AS "kind", unit.branch_kind AS "branchKind",
  unit.parent_id AS "parentId", unit.name AS "name", unit.sort AS "sort", unit.founded_on AS "foundedOn",
  unit.dissolved_on AS "dissolvedOn", unit.version AS "version"`

/** All living units of these kinds; siblings in their order. */
export const loadUnits = async (reader: Reader, kinds: readonly UnitKind[]): Promise<readonly UnitNode[]> => {
  const units: UnitNode[] = []
  const list = kinds.map((kind) => `'${kind}'`).join(', ')
  const living = `SELECT ${unitNodeColumns} FROM unit WHERE unit.dissolved_on IS NULL AND unit.kind IN (${list})`
  await forEachRow<UnitNode>(reader, living, 'unit.id', (unit) => units.push(unit))
  // Read in the order of the ids; the sort is stable.
  return units.sort((a, b) => a.sort - b.sort)
}

/** All living units with what they lack; siblings in their order. */
export const loadTree = async (reader: Reader): Promise<readonly TreeNode[]> => {
  const gaps = await loadGaps(reader)
  return (await loadUnits(reader, unitKinds)).map((unit) => ({ ...unit, gaps: gaps.get(unit.id) ?? [] }))
}

/** Counts by kind: living units, living posts, people with a living membership. Never stored. */
export const loadCounts = async (reader: Reader): Promise<TreeCounts> => {
  const rows = await reader.query<{ kind: string; n: number }>(
    `SELECT kind AS "kind", count(*) AS "n" FROM unit WHERE dissolved_on IS NULL GROUP BY kind
     UNION ALL SELECT 'estate', count(*) FROM estate WHERE ended_on IS NULL
     UNION ALL SELECT 'partnerUnit', count(*) FROM partner_unit
     UNION ALL SELECT 'person', count(*) FROM person WHERE merged_into_id IS NULL
     UNION ALL SELECT 'member', count(DISTINCT person_id) FROM membership WHERE ends_on IS NULL
     UNION ALL SELECT 'post', count(*) FROM post WHERE ends_on IS NULL`,
  )
  const counts = new Map(rows.map((row) => [row.kind, row.n]))
  const count = (kind: string) => counts.get(kind) ?? 0
  return {
    streetCommittees: count('streetCommittee'),
    communityCommittees: count('communityCommittee'),
    branches: count('branch'),
    buildingGroups: count('buildingGroup'),
    memberHouseholds: count('memberHousehold'),
    emergencyBranches: count('emergencyBranch'),
    estates: count('estate'),
    partnerUnits: count('partnerUnit'),
    people: count('person'),
    members: count('member'),
    posts: count('post'),
  }
}
