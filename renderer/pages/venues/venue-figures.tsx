import { WarningOutlined } from '@ant-design/icons'
import type { VenueFigures } from '../../../shared/models/register.ts'
import { Figures } from '../../components/figures.tsx'
import { areaText } from './venue-texts.ts'

const number = (value: number): string => value.toLocaleString('zh-CN')

/** What the register says in four figures; each that has rows of its own opens them. */
export const VenueFigureRow = (props: {
  readonly figures: VenueFigures
  readonly onAll: () => void
  readonly onShared: () => void
  readonly onWithout: () => void
}) => {
  const { figures } = props
  const lacking = figures.branchesWithout > 0
  return (
    <Figures
      figures={[
        {
          key: 'venues',
          label: '场所',
          value: number(figures.venues),
          unit: '处',
          ...(figures.venues > 0 ? { onOpen: props.onAll } : {}),
        },
        {
          key: 'shared',
          label: '共享场所（两个以上党支部使用）',
          value: number(figures.shared),
          unit: '处',
          ...(figures.shared > 0 ? { onOpen: props.onShared } : {}),
        },
        {
          key: 'area',
          label: '总面积',
          value: areaText(figures.areaDm2),
          unit: figures.withoutArea === 0 ? '㎡' : `㎡（${number(figures.withoutArea)} 处没有填写面积）`,
        },
        {
          key: 'without',
          label: '没有场所的党支部',
          value: number(figures.branchesWithout),
          unit: `个，共 ${number(figures.branches)} 个党支部`,
          ...(lacking
            ? {
                icon: <WarningOutlined style={{ color: 'var(--ant-color-warning)' }} />,
                onOpen: props.onWithout,
              }
            : {}),
        },
      ]}
    />
  )
}
