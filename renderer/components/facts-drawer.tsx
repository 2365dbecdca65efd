import { Descriptions, type DescriptionsProps, Drawer, Skeleton } from 'antd'
import { Failed } from './failed.tsx'

/** One record beside its list, fact by fact; `items` undefined while it loads, `failure` why it could not be. */
export const FactsDrawer = (props: {
  readonly title: string
  readonly items: DescriptionsProps['items'] | undefined
  readonly failure: string | null
  readonly onClose: () => void
  readonly testId: string
}) => (
  <Drawer
    open
    size={480}
    mask={false}
    rootClassName="side-drawer"
    onClose={props.onClose}
    title={props.title}
    data-testid={props.testId}
    styles={{ body: { padding: 16 } }}
  >
    {props.failure !== null && <Failed sentence={props.failure} />}
    {props.failure === null && props.items === undefined && <Skeleton active />}
    {props.items !== undefined && (
      <Descriptions bordered size="small" column={1} styles={{ label: { width: 104 } }} items={props.items} />
    )}
  </Drawer>
)
