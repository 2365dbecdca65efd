import type { GapLine } from '../../../shared/models/gap.ts'

/** Where a line of 待办 is mended, as a hash route. */
export const mendRoute = ({ gap, of, id, unitId }: GapLine): string => {
  switch (of) {
    case 'unit':
      return `/organization/${encodeURIComponent(id)}?mend=${gap}`
    case 'estate':
      return unitId === null
        ? '/gaps?gap=estateWithoutBranch'
        : `/organization/${encodeURIComponent(unitId)}?tab=estates&estate=${encodeURIComponent(id)}`
    case 'person':
      return `/people?person=${encodeURIComponent(id)}&mend=phone`
  }
}
