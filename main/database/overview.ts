import type { TreeNode } from '../../shared/models/organization.ts'
import type { Overview, Todo } from '../../shared/models/overview.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import type { Reader } from './database.ts'
import { loadAges, loadHeadsFigure, loadMemberFigure, loadMembershipYears } from './overview-people.ts'
import { loadCommunities, loadCoverageFigure, loadUnitFigures } from './overview-units.ts'
import { loadTree } from './tree.ts'

const mostTodos = 200

/**
 * What the office reports, what is to be mended, who its members are, and the year's money. Amounts in fen; `today` is
 * the ISO day on which ages are counted.
 */
export const loadOverview = async (reader: Reader, year: number, today: string): Promise<Overview> => {
  const [
    units,
    members,
    heads,
    coverage,
    communities,
    ages,
    membershipYears,
    tree,
    fundsByMonth,
    fundsBySource,
  ] = await Promise.all([
    loadUnitFigures(reader),
    loadMemberFigure(reader),
    loadHeadsFigure(reader),
    loadCoverageFigure(reader),
    loadCommunities(reader),
    loadAges(reader, today),
    loadMembershipYears(reader, today),
    loadTree(reader),
    loadFundsByMonth(reader, year),
    loadFundsBySource(reader, year),
  ])
  const todos = todosOf(tree)
  const sum = (key: 'appropriatedFen' | 'spentFen') => fundsByMonth.reduce((total, m) => total + m[key], 0)
  return {
    figures: [
      ...units,
      members,
      heads,
      coverage,
      { key: 'appropriatedFen', label: '本年预算', value: sum('appropriatedFen'), parts: [] },
      { key: 'spentFen', label: '本年支出', value: sum('spentFen'), parts: [] },
    ],
    todos: todos.slice(0, mostTodos),
    todoCount: todos.length,
    communities,
    ages,
    membershipYears,
    fundsByMonth,
    fundsBySource,
  }
}

/** Those that stop a card from being printed come first. */
const urgency: readonly UnitKind[] = ['emergencyBranch', 'branch', 'buildingGroup']

/** A group is named with its branch: “1号楼党小组” alone says nothing. */
const todosOf = (tree: readonly TreeNode[]): readonly Todo[] => {
  const names = new Map(tree.map((unit) => [unit.id, unit.name]))
  const nameOf = (unit: TreeNode): string => {
    const parent =
      unit.kind === 'buildingGroup' && unit.parentId !== null ? names.get(unit.parentId) : undefined
    return parent === undefined ? unit.name : `${parent} · ${unit.name}`
  }
  return tree
    .filter((unit) => unit.gaps.length > 0)
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind))
    .flatMap((unit) => unit.gaps.map((gap) => ({ gap, unitId: unit.id, unitName: nameOf(unit) })))
}

/** All twelve months, those without money as 0. */
const loadFundsByMonth = async (reader: Reader, year: number): Promise<Overview['fundsByMonth']> => {
  const byMonth = async (table: 'appropriation' | 'disbursement'): Promise<ReadonlyMap<string, number>> => {
    const rows = await reader.query<{ month: string; fen: number }>(
      `SELECT substr(date, 1, 7) AS "month", sum(amount_fen) AS "fen" FROM ${table}
       WHERE year = ? GROUP BY substr(date, 1, 7)`,
      [year],
    )
    return new Map(rows.map((row) => [row.month, row.fen]))
  }
  const [appropriated, spent] = await Promise.all([byMonth('appropriation'), byMonth('disbursement')])
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    return { month, appropriatedFen: appropriated.get(month) ?? 0, spentFen: spent.get(month) ?? 0 }
  })
}

const loadFundsBySource = (reader: Reader, year: number): Promise<Overview['fundsBySource']> =>
  reader.query(
    `SELECT fund_source.name AS "source", coalesce(sum(appropriation.amount_fen), 0) AS "appropriatedFen"
     FROM fund_source LEFT JOIN appropriation
       ON appropriation.source_id = fund_source.id AND appropriation.year = ?
     GROUP BY fund_source.id, fund_source.name, fund_source.sort ORDER BY fund_source.sort`,
    [year],
  )
