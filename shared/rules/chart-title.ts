import type { ChartRow } from '../models/chart.ts'

/** What stands over the chart: the one unit at its top, else the office. */
export const chartTitle = (rows: readonly ChartRow[], organizationName: string): string => {
  const shown = new Set(rows.map((row) => row.id))
  const tops = rows.filter((row) => row.parentId === null || !shown.has(row.parentId))
  const [top] = tops
  const name = tops.length === 1 && top !== undefined ? top.name : organizationName
  return name === '' ? '党组织架构图' : `${name}组织架构图`
}
