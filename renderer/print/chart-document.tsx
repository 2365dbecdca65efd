import { assertNever } from '../../shared/errors.ts'
import type { ChartPrint } from '../../shared/models/chart.ts'
import type { ChartShape } from '../../shared/rules/chart-shapes.ts'
import { chartSheets } from '../../shared/rules/chart-sheets.ts'
import './chart-document.css'

const Shape = ({ shape }: { readonly shape: ChartShape }) => {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          fill={shape.fill}
          stroke={shape.stroke === 0 ? 'none' : '#000'}
          strokeWidth={shape.stroke}
          {...(shape.dashed ? { strokeDasharray: '1.2 0.8' } : {})}
        />
      )
    case 'line':
      return <line {...shape.line} stroke="#000" strokeWidth={shape.stroke} strokeLinecap="square" />
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.bold ? 700 : 400}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      )
    default:
      return assertNever(shape)
  }
}

/** The sheets of a chart. One unit of the drawing is one millimetre. */
export const ChartDocument = ({ chart }: { readonly chart: ChartPrint }) =>
  chartSheets(chart).map((sheet, at) => (
    <svg
      // biome-ignore lint/suspicious/noArrayIndexKey: sheets are never reordered
      key={at}
      className="chart-sheet"
      role="img"
      aria-label={`第 ${at + 1} 页`}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      style={{ width: `${sheet.width}mm`, height: `${sheet.height}mm` }}
    >
      {sheet.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are never reordered
        <Shape key={index} shape={shape} />
      ))}
    </svg>
  ))
