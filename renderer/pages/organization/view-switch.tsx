import { ApartmentOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useLocation } from 'wouter'

export type OrganizationView = 'list' | 'chart'

/** `/organization/:id`, with `?view=chart` for the chart. */
export const organizationPath = (unitId: string | null, view: OrganizationView): string =>
  `/organization${unitId === null ? '' : `/${encodeURIComponent(unitId)}`}${view === 'chart' ? '?view=chart' : ''}`

/** 列表 / 架构图: the same unit stays chosen. */
export const ViewSwitch = (props: { readonly view: OrganizationView; readonly unitId: string | null }) => {
  const [, navigate] = useLocation()
  return (
    <Segmented<OrganizationView>
      value={props.view}
      onChange={(view) => navigate(organizationPath(props.unitId, view))}
      options={[
        { value: 'list', label: '列表', icon: <UnorderedListOutlined /> },
        { value: 'chart', label: '架构图', icon: <ApartmentOutlined /> },
      ]}
      data-testid="view-switch"
    />
  )
}
