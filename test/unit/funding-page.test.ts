import { describe, expect, it } from 'vitest'
import { matchesName } from '../../renderer/components/name-match.ts'
import { allotmentRows, allotmentSentence } from '../../renderer/pages/funding/allotment-rows.ts'
import {
  amountProblem,
  defaultDay,
  overspending,
  reversalDays,
} from '../../renderer/pages/funding/amounts.ts'
import { branchGroups, streetsOf } from '../../renderer/pages/funding/branches.ts'
import { fundingPath, parseFundingPath } from '../../renderer/pages/funding/funding-route.ts'
import {
  canReverse,
  entryTotals,
  filterEntries,
  reversalVerb,
  reversalWords,
} from '../../renderer/pages/funding/ledger-entries.ts'
import { filterLines, matrixLines, rateText, usedSources } from '../../renderer/pages/funding/matrix-lines.ts'
import type { AllotmentLine, FundingMatrix, LedgerEntry, MatrixRow } from '../../shared/models/funding.ts'
import type { UnitNode } from '../../shared/models/unit.ts'
import { totalsOf } from '../../shared/rules/statement.ts'

const totals = (appropriatedFen: number, spentFen: number) => totalsOf([{ appropriatedFen, spentFen }])

const row = (
  unitId: string,
  community: string,
  street: string,
  appropriated: number,
  spent: number,
): MatrixRow => ({
  unitId,
  branch: `${unitId}党支部`,
  community,
  street,
  bySource: { county: totals(appropriated, spent), street: totals(0, 0) },
  total: totals(appropriated, spent),
})

const rows = [
  row('甲', '六堰社区', '汉江路街道', 1_000_000, 200_000),
  row('乙', '六堰社区', '汉江路街道', 500_000, 600_000),
  row('丙', '六堰社区', '车城路街道', 0, 0),
]
const matrix: FundingMatrix = {
  year: 2026,
  sources: [
    { id: 'county', name: '县级财政定额预算', sort: 1 },
    { id: 'street', name: '街道补助', sort: 2 },
  ],
  rows,
  total: totalsOf(rows.map((one) => one.total)),
}

describe('matrix', () => {
  const lines = matrixLines(matrix)

  it('groups by community, keeping communities of one name in two streets apart, with subtotals', () => {
    expect(lines.map((line) => [line.name, line.branches])).toEqual([
      ['六堰社区', 2],
      ['六堰社区', 1],
    ])
    expect(lines[0]?.total).toEqual({ appropriatedFen: 1_500_000, spentFen: 800_000, balanceFen: 700_000 })
    expect(lines[0]?.bySource['county']?.balanceFen).toBe(700_000)
    expect(new Set(lines.map((line) => line.key)).size).toBe(2)
  })

  it('finds by branch or by community', () => {
    expect(
      filterLines(lines, (name) => name.includes('乙')).flatMap((l) => l.children?.map((c) => c.name)),
    ).toEqual(['乙党支部'])
    expect(filterLines(lines, (name) => name === '六堰社区')[0]?.children).toHaveLength(2)
    expect(filterLines(lines, () => false)).toEqual([])
  })

  it('shows the sources with money, or all where none has any', () => {
    expect(usedSources(matrix).map((source) => source.id)).toEqual(['county'])
    expect(usedSources({ ...matrix, rows: rows.slice(2) })).toHaveLength(2)
  })

  it('writes the rate in percent, and a dash where there is no budget', () => {
    expect(rateText(totals(1000, 425))).toBe('42.5%')
    expect(rateText(totals(0, 425))).toBe('—')
  })
})

describe('address', () => {
  it('says tab, branch and source, and reads them back', () => {
    expect(fundingPath('matrix')).toBe('/funding/matrix')
    const path = fundingPath('ledger', null, 'a/b')
    expect(parseFundingPath(path)).toEqual({ tab: 'ledger', unitId: null, sourceId: 'a/b' })
    expect(parseFundingPath('/funding')).toEqual({ tab: 'matrix', unitId: null, sourceId: null })
    expect(parseFundingPath('/funding/nothing').tab).toBe('matrix')
  })
})

const node = (
  id: string,
  kind: UnitNode['kind'],
  parentId: string | null,
  dissolvedOn: string | null = null,
) => ({
  id,
  kind,
  branchKind: null,
  parentId,
  name: `${id}名`,
  sort: 0,
  foundedOn: null,
  dissolvedOn,
  version: 1,
  gaps: [],
})

describe('branches to choose from', () => {
  const tree: readonly UnitNode[] = [
    node('s1', 'streetCommittee', null),
    node('c1', 'communityCommittee', 's1'),
    node('b1', 'branch', 'c1'),
    node('b2', 'branch', 'c1', '2025-01-01'),
    node('b3', 'branch', 's1'),
    node('e1', 'emergencyBranch', 'c1'),
    node('s2', 'streetCommittee', null),
    node('b4', 'branch', 's2'),
  ]
  it('are the living ordinary branches of the street, grouped by what stands above them', () => {
    expect(streetsOf(tree).map((street) => street.id)).toEqual(['s1', 's2'])
    expect(branchGroups(tree, 's1')).toEqual([
      { label: 's1名', title: 's1名', options: [{ value: 'b3', label: 'b3名' }] },
      { label: 'c1名', title: 'c1名', options: [{ value: 'b1', label: 'b1名' }] },
    ])
    expect(branchGroups(tree, null)).toHaveLength(3)
  })
  it('are found by characters, pinyin and initials', () => {
    for (const typed of ['六堰', 'liuyan', 'lysq', 'LY', ' '])
      expect(matchesName('六堰社区', typed)).toBe(true)
    for (const typed of ['柳', 'xyz', '(']) expect(matchesName('六堰社区', typed)).toBe(false)
  })
})

describe('allotment', () => {
  const line = (unitId: string, sourceName: string, amountFen: number, state: AllotmentLine['state']) => ({
    unitId,
    branch: unitId,
    community: '六堰社区',
    sourceId: sourceName,
    sourceName,
    amountFen,
    state,
  })
  const plan = {
    year: 2026,
    streetId: 's',
    street: '汉江路街道',
    lines: [
      line('甲', '县级财政定额预算', 1_000_000, 'new'),
      line('甲', '县管党费定量补助', 500_000, 'done'),
      line('乙', '县级财政定额预算', 1_000_000, 'new'),
    ],
    newBranches: 2,
    newFen: 2_000_000,
  }
  it('shows per branch what is new and what it has', () => {
    expect(allotmentRows(plan).map((one) => [one.unitId, one.lines.length, one.newFen])).toEqual([
      ['甲', 2, 1_000_000],
      ['乙', 1, 1_000_000],
    ])
  })
  it('says what it would do, and that nothing is missing the second time', () => {
    expect(allotmentSentence(plan)).toBe(
      '将为汉江路街道的 2 个党支部安排2026年经费 20,000.00 元：县级财政定额预算每个支部 10,000.00 元。',
    )
    expect(allotmentSentence({ ...plan, newBranches: 0, newFen: 0 })).toContain('没有缺的')
    expect(allotmentSentence({ ...plan, lines: [], newBranches: 0 })).toContain('定额标准')
  })
})

const entry = (part: Partial<LedgerEntry>): LedgerEntry => ({
  id: '1',
  type: 'disbursement',
  date: '2026-03-01',
  voucherNo: '记-0001',
  summary: '购买防汛物资',
  unitId: 'b1',
  branch: '六堰党支部',
  sourceId: 'county',
  sourceName: '县级财政定额预算',
  category: '活动经费',
  payee: null,
  handler: '许文雪',
  incomeFen: 0,
  expenseFen: 123_450,
  balanceFen: 876_550,
  reverses: null,
  reversedBy: null,
  ...part,
})

describe('ledger', () => {
  const income = entry({
    id: '2',
    type: 'appropriation',
    voucherNo: null,
    incomeFen: 1_000_000,
    expenseFen: 0,
    summary: '按定额安排',
    handler: null,
  })
  it('finds by voucher, words and amount', () => {
    const entries = [income, entry({})]
    for (const text of ['记-0001', '防汛', '1,234.50', '许文雪']) {
      expect(filterEntries(entries, text)).toEqual([entries[1]])
    }
    expect(filterEntries(entries, '10000.00')).toEqual([income])
    expect(filterEntries(entries, ' ')).toHaveLength(2)
  })
  it('adds up what is listed', () => {
    expect(entryTotals([income, entry({}), entry({ expenseFen: -123_450 })])).toEqual({
      incomeFen: 1_000_000,
      expenseFen: 0,
      balanceFen: 1_000_000,
    })
  })
  it('marks reversals with words, and offers 红冲 or 冲销 only once', () => {
    expect(reversalWords(entry({}))).toBeNull()
    expect(reversalWords(entry({ reverses: '记-0001' }))).toBe('红冲 记-0001')
    expect(reversalWords(entry({ reversedBy: '记-0002' }))).toBe('已被 记-0002 红冲')
    expect([entry({}), entry({ reverses: 'x' }), entry({ reversedBy: 'x' }), income].map(canReverse)).toEqual(
      [true, false, false, true],
    )
    expect([reversalVerb(entry({})), reversalVerb(income)]).toEqual(['红冲', '冲销'])
    const reversedIncome = { ...income, reversedBy: '2026-05-01' }
    const takenBack = { ...income, incomeFen: -1_000_000, reverses: '2026-01-01' }
    expect(reversalWords(income)).toBeNull()
    expect(reversalWords(reversedIncome)).toBe('05-01 已冲销')
    expect(reversalWords(takenBack)).toBe('冲销 2026-01-01 的预算')
    expect([reversedIncome, takenBack].map(canReverse)).toEqual([false, false])
  })
})

describe('amounts typed', () => {
  it('say what is wrong with them', () => {
    expect(amountProblem('1,200.5')).toBeNull()
    expect(amountProblem('')).toBe('请填写金额')
    expect(amountProblem('1.234')).toContain('最多两位小数')
    expect(amountProblem('0')).toContain('大于 0')
    expect(amountProblem('-5')).toContain('红冲')
  })
  it('warn beyond the balance', () => {
    expect(overspending(10_000, 10_000)).toBeNull()
    expect(overspending(10_000, 10_001)).toContain('超出结余 0.01 元')
    expect(overspending(null, 5)).toBeNull()
  })
  it('offer for a reversal only days from the entry to the end of its year', () => {
    const days = (original: string, today: string) => Object.values(reversalDays(original, today))
    expect(days('2026-03-01', '2026-05-06')).toEqual(['2026-03-01', '2026-12-31', '2026-05-06'])
    expect(days('2026-06-01', '2026-05-06')).toEqual(['2026-06-01', '2026-12-31', '2026-06-01'])
    expect(days('2025-03-01', '2026-05-06')).toEqual(['2025-03-01', '2025-12-31', '2025-12-31'])
  })
  it('begin with a day of the year shown', () => {
    expect(defaultDay(2026, '2026-05-06')).toBe('2026-05-06')
    expect(defaultDay(2025, '2026-05-06')).toBe('2025-12-31')
    expect(defaultDay(2027, '2026-05-06')).toBe('2027-01-01')
  })
})
