import { CheckCircleFilled } from '@ant-design/icons'
import type { TableColumnsType } from 'antd'
import type { CardContent } from '../../../shared/models/card.ts'
import { GapLink } from './gap-link.tsx'

type TextOf = (card: CardContent) => string | null | undefined

/** By pinyin, as a Chinese list is ordered; empty cells last. */
const byText = (textOf: TextOf) => (a: CardContent, b: CardContent) =>
  (textOf(a) ?? '\u{10ffff}').localeCompare(textOf(b) ?? '\u{10ffff}', 'zh-CN')

const column = (title: string, width: number, textOf: TextOf): TableColumnsType<CardContent>[number] => ({
  title,
  key: title,
  width,
  ellipsis: true,
  sorter: byText(textOf),
  render: (_, card) => textOf(card) ?? '',
})

const Complete = ({ card }: { readonly card: CardContent }) =>
  card.gaps.length > 0 ? (
    <GapLink card={card} />
  ) : (
    <span className="card-complete">
      <CheckCircleFilled /> 齐全
    </span>
  )

export const branchColumns: TableColumnsType<CardContent> = [
  column('应急党支部', 260, (card) => card.branch),
  column('所属社区', 140, (card) => card.community),
  column('支部书记', 100, (card) => card.secretary?.name),
  column('第一书记', 100, (card) => card.firstSecretary?.name),
  column('包联单位', 180, (card) => card.firstSecretary?.partnerUnit),
  column('网格长', 100, (card) => card.gridLeader?.name),
  {
    title: '联系人',
    key: 'gaps',
    width: 220,
    sorter: (a, b) => a.gaps.length - b.gaps.length,
    render: (_, card) => <Complete card={card} />,
  },
]

/** The widths above, in CSS pixels. */
export const branchColumnsWidth = 1100
