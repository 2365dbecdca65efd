import { WarningFilled } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { gapLabel } from '../../../shared/labels.ts'
import type { Gap } from '../../../shared/models/organization.ts'
import { mendOf } from './mend.ts'

/** What the unit lacks, each with the button that opens its mend. */
export const UnitGaps = (props: { readonly gaps: readonly Gap[]; readonly onMend: (gap: Gap) => void }) => {
  if (props.gaps.length === 0) return null
  return (
    <Flex wrap gap={8} className="gaps" data-testid="unit-gaps">
      {props.gaps.map((gap) => (
        <span key={gap} className="gap">
          <WarningFilled /> {gapLabel(gap)}
          <Button type="link" size="small" onClick={() => props.onMend(gap)} data-testid={`mend-${gap}`}>
            {mendOf(gap).label}
          </Button>
        </span>
      ))}
    </Flex>
  )
}
