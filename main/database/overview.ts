import type { Overview } from '../../shared/models/overview.ts'
import type { Reader } from './database.ts'
import { loadGapLines } from './gap-list.ts'
import { loadAges, loadHeadsFigure, loadMemberFigure, loadMembershipYears } from './overview-people.ts'
import { loadCommunities, loadCoverageFigure, loadUnitFigures } from './overview-units.ts'

/** 待办 of 概览; all of them stand on a page of their own. */
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
    todos,
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
    loadGapLines(reader, { filter: {}, from: 0, count: mostTodos }, today),
    loadFundsByMonth(reader, year),
    loadFundsBySource(reader, year),
  ])
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
    todos: todos.lines,
    todoCount: todos.total,
    communities,
    ages,
    membershipYears,
    fundsByMonth,
    fundsBySource,
  }
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
