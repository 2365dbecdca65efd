import type { Overview } from '../../../shared/models/app.ts'
import { formatYuan } from '../../../shared/rules/money.ts'

/** Figure → the page that lists its rows. */
const routes: Readonly<Record<string, string>> = {
  streetCommittees: '/organization?kind=streetCommittee',
  communityCommittees: '/organization?kind=communityCommittee',
  branches: '/organization?kind=branch',
  buildingGroups: '/organization?kind=buildingGroup',
  emergencyBranches: '/emergency',
  members: '/people',
  appropriatedFen: '/funding',
  spentFen: '/funding',
}

/** The eight figures an office reports; each opens its rows. Money is in fen and shown in yuan. */
export const FigureRow = (props: { readonly figures: Overview['figures'] }) => (
  <div className="figures" data-testid="figures">
    {props.figures.map((figure) => {
      const money = figure.key.endsWith('Fen')
      return (
        <a
          key={figure.key}
          className="figure"
          href={`#${routes[figure.key] ?? '/organization'}`}
          data-testid={`figure-${figure.key}`}
        >
          <span className="figure-label">
            {figure.label}
            {money ? '（元）' : ''}
          </span>
          <span className={money ? 'figure-value figure-money' : 'figure-value'}>
            {money ? formatYuan(figure.value) : figure.value.toLocaleString('zh-CN')}
          </span>
        </a>
      )
    })}
  </div>
)
