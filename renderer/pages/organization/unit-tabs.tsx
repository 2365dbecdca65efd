import type { ReactNode } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { PlaceEstates } from './place-estates.tsx'
import { ServedEstates } from './served-estates.tsx'
import { UnitCards } from './unit-cards.tsx'
import { UnitFundsTab } from './unit-funds.tsx'

interface UnitTab {
  readonly key: string
  readonly label: string
  readonly children: ReactNode
}

const counted = (label: string, count: number): string => (count === 0 ? label : `${label} ${count}`)

/** 小区: of a community or street those it has, of a branch those it serves. */
const estatesTab = (unit: UnitDetail): readonly UnitTab[] => {
  switch (unit.kind) {
    case 'streetCommittee':
    case 'communityCommittee':
      return [{ key: 'estates', label: '小区', children: <PlaceEstates unit={unit} /> }]
    case 'branch':
    case 'emergencyBranch':
      return [
        {
          key: 'estates',
          label: counted('小区', unit.estates.length),
          children: <ServedEstates unit={unit} />,
        },
      ]
    default:
      return []
  }
}

/** The tabs of a unit that stand between its people and its past. */
export const placeTabs = (unit: UnitDetail): readonly UnitTab[] => {
  const estates = estatesTab(unit)
  // Groups and households have none of these.
  if (estates.length === 0) return []
  const hasCards = unit.kind !== 'branch' || unit.emergencyBranches.length > 0
  return [
    ...estates,
    ...(unit.kind === 'emergencyBranch'
      ? []
      : [{ key: 'funds', label: '经费', children: <UnitFundsTab unit={unit} /> }]),
    ...(hasCards ? [{ key: 'cards', label: '联系卡', children: <UnitCards unit={unit} /> }] : []),
  ]
}
