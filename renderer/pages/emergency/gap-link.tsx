import { WarningFilled } from '@ant-design/icons'
import { theme } from 'antd'
import { Link } from 'wouter'
import { gapLabel } from '../../../shared/labels.ts'
import type { CardContent } from '../../../shared/models/card.ts'

/** What a branch lacks in words, and the way to the place that mends it. */
export const GapLink = ({ card }: { readonly card: CardContent }) => {
  const { token } = theme.useToken()
  return (
    <span className="gap-link">
      <WarningFilled style={{ color: token.colorWarning }} />{' '}
      {card.gaps.map((gap) => gapLabel(gap)).join('、')}{' '}
      <Link href={`/organization/${encodeURIComponent(card.unitId)}`}>去补全</Link>
    </span>
  )
}
