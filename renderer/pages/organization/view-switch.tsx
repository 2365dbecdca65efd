import { Segmented } from 'antd'
import { useLocation, useParams } from 'wouter'

export type OrganizationView = 'list' | 'chart'

/** `/organization/:id`, with `?view=chart` for the chart. */
export const organizationPath = (unitId: string | null, view: OrganizationView): string =>
  `/organization${unitId === null ? '' : `/${encodeURIComponent(unitId)}`}${view === 'chart' ? '?view=chart' : ''}`

/** 列表 / 架构图: the same unit stays chosen; without `unitId` the one of the address. */
export const ViewSwitch = (props: { readonly view: OrganizationView; readonly unitId?: string | null }) => {
  const [, navigate] = useLocation()
  const { '*': rest } = useParams<{ '*': string }>()
  const open = rest === undefined || rest === '' ? null : decodeURIComponent(rest)
  return (
    <Segmented<OrganizationView>
      value={props.view}
      onChange={(view) => navigate(organizationPath(props.unitId ?? open, view))}
      options={[
        { value: 'list', label: '列表' },
        { value: 'chart', label: '架构图' },
      ]}
      data-testid="view-switch"
    />
  )
}
