import { memo } from 'react'
import type { ChartBox } from '../../../shared/rules/chart-layout.ts'
import { baselinesOf, boxLook } from '../../../shared/rules/chart-shapes.ts'
import { chartText } from '../../../shared/rules/chart-text.ts'

/** Radius of the sign for opening and closing, in mm. */
const sign = 2.1

/** The sign at the right edge of a box that has units below it. */
const Toggle = ({ box }: { readonly box: ChartBox }) => (
  <g
    className="chart-toggle"
    data-toggle={box.row.id}
    transform={`translate(${box.x + box.width + 0.6} ${box.y + box.height / 2})`}
  >
    <title>{box.row.open ? '收起' : '展开'}</title>
    <circle r={sign} />
    <path d={box.row.open ? 'M-1.1 0H1.1' : 'M-1.1 0H1.1M0 -1.1V1.1'} />
  </g>
)

/** One unit of the chart. It is drawn again only when its own place or words change. */
export const ChartUnit = memo(
  ({ box, depth, active }: { readonly box: ChartBox; readonly depth: number; readonly active: boolean }) => {
    const { row, text } = box
    const look = boxLook[row.kind]
    const lines = baselinesOf(box)
    const middle = box.x + box.width / 2
    return (
      <g
        id={`chart-${row.id}`}
        role="treeitem"
        tabIndex={-1}
        aria-level={depth + 1}
        aria-selected={active}
        aria-label={[...text.name, '，', ...text.notes].join('')}
        {...(row.childCount > 0 ? { 'aria-expanded': row.open } : {})}
        className={`chart-unit chart-${row.kind}${active ? ' chart-active' : ''}`}
        data-unit={row.id}
        data-unit-name={row.name}
      >
        <rect
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={look.radius === 0 ? 0.8 : look.radius}
          strokeWidth={Math.max(0.25, look.stroke)}
          {...(look.dashed ? { strokeDasharray: '1.2 0.8' } : {})}
        />
        {text.name.map((words, index) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name keep their order
            key={index}
            x={middle}
            y={box.y + (lines.name[index] ?? 0)}
            fontSize={chartText.name}
            fontWeight={look.bold ? 600 : 400}
          >
            {words}
          </text>
        ))}
        {text.notes.map((words, index) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one box keep their order
            key={index}
            className="chart-note"
            x={middle}
            y={box.y + (lines.notes[index] ?? 0)}
            fontSize={chartText.note}
          >
            {words}
          </text>
        ))}
        {row.childCount > 0 && <Toggle box={box} />}
      </g>
    )
  },
)
