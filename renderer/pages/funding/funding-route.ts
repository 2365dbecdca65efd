export const fundingTabs = ['matrix', 'ledger', 'statement', 'standards'] as const
export type FundingTab = (typeof fundingTabs)[number]

export const fundingTabLabels: Readonly<Record<FundingTab, string>> = {
  matrix: '预算矩阵',
  ledger: '收支流水',
  statement: '报表',
  standards: '定额标准',
}

/** What the address says: the tab, and for 收支流水 the branch and source it is narrowed to. */
export interface FundingRoute {
  readonly tab: FundingTab
  readonly unitId: string | null
  readonly sourceId: string | null
}

/** Stands in the address where a place is left open. */
const any = '-'

const placed = (part: string | undefined): string | null =>
  part === undefined || part === '' || part === any ? null : decodeURIComponent(part)

/** `/funding/ledger/<branch>/<source>`; an unknown tab opens the first. */
export const parseFundingPath = (path: string): FundingRoute => {
  const [, , tab, unitId, sourceId] = path.split('/')
  return {
    tab: fundingTabs.find((known) => known === tab) ?? 'matrix',
    unitId: placed(unitId),
    sourceId: placed(sourceId),
  }
}

/** The address of a tab, and of 收支流水 narrowed to a branch, a source, or both. */
export const fundingPath = (
  tab: FundingTab,
  unitId: string | null = null,
  sourceId: string | null = null,
): string => {
  if (unitId === null && sourceId === null) return `/funding/${tab}`
  const part = (id: string | null) => (id === null ? any : encodeURIComponent(id))
  return `/funding/${tab}/${part(unitId)}/${part(sourceId)}`
}
