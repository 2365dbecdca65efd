import type { Statement } from '../../shared/models/statement.ts'
import { type FundUnit, placedUnits } from '../../shared/rules/branch-order.ts'
import { buildStatement, type FundSum } from '../../shared/rules/statement.ts'

/** The same amounts on every run, odd to the fen. */
const amount = (seed: number): number => (seed * 7_919_003) % 2_000_003

const unit = (id: string, kind: FundUnit['kind'], parentId: string | null, name: string): FundUnit => ({
  id,
  kind,
  parentId,
  name,
  sort: Number(id.split('-').at(-1)),
  dissolvedOn: null,
})

/** A statement of one street: the numbers of branches of each community. Some names are awkward on purpose. */
export const makeStatement = (
  branches: readonly number[],
  name = (n: number) => `${n}号小区党支部`,
): Statement => {
  const units: FundUnit[] = [unit('s-1', 'streetCommittee', null, '汉江路街道党工委')]
  const sums: FundSum[] = []
  let n = 0
  for (const [index, count] of branches.entries()) {
    const community = `c-${index + 1}`
    units.push(unit(community, 'communityCommittee', 's-1', `${index + 1}号社区党委`))
    for (let i = 0; i < count; i++) {
      n += 1
      const unitId = `b-${n}`
      units.push(unit(unitId, 'branch', community, name(n)))
      // Every seventh has no money at all.
      if (n % 7 !== 0) {
        const appropriatedFen = amount(n) + 1
        sums.push({
          unitId,
          sourceId: 'source-1',
          appropriatedFen,
          spentFen: amount(n * 3) % appropriatedFen,
        })
      }
    }
  }
  return buildStatement({
    year: 2026,
    preparedBy: '汉江路街道党工委',
    preparedOn: '2026-11-20',
    placed: placedUnits(units, 's-1'),
    sums,
  })
}
