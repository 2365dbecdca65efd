import type { Figure } from '../../../shared/models/overview.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { figureRoute, partRoute } from './figure-routes.ts'

const counted = (value: number): string => value.toLocaleString('zh-CN')

const Value = (props: { readonly figure: Figure }) => {
  const { figure } = props
  if (figure.key.endsWith('Fen')) {
    return <span className="figure-value figure-money">{formatYuan(figure.value)}</span>
  }
  return (
    <span className="figure-value">
      {counted(figure.value)}
      {figure.of !== undefined && <span className="figure-of"> / {counted(figure.of)}</span>}
    </span>
  )
}

/** The figures an office reports, with their shares; each number opens the rows behind it. Money is in fen and shown in yuan. */
export const FigureRow = (props: { readonly figures: readonly Figure[] }) => (
  <div className="figures" data-testid="figures">
    {props.figures.map((figure) => (
      <div key={figure.key} className="figure">
        <a className="figure-main" href={`#${figureRoute(figure.key)}`} data-testid={`figure-${figure.key}`}>
          <span className="figure-label">
            {figure.label}
            {figure.key.endsWith('Fen') ? '（元）' : ''}
          </span>
          <Value figure={figure} />
        </a>
        <span
          className="figure-parts cut"
          title={figure.parts.map((p) => `${p.label} ${counted(p.value)}`).join('　')}
        >
          {figure.parts.map((part) => {
            const to = partRoute(part.key)
            const said = `${part.label} ${counted(part.value)}`
            return to === null ? (
              <span key={part.key}>{said}</span>
            ) : (
              <a key={part.key} href={`#${to}`} data-testid={`part-${part.key}`}>
                {said}
              </a>
            )
          })}
        </span>
      </div>
    ))}
  </div>
)
