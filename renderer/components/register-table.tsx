import { Empty } from 'antd'
import { Measured } from './measured.tsx'
import { type WindowColumn, WindowTable } from './window-table.tsx'

/** A long list read page by page, with what it says while it is read, when nothing fits, and when nothing is there. */
export const RegisterTable = <Row,>(props: {
  readonly columns: readonly WindowColumn<Row>[]
  readonly pages: {
    readonly total: number
    readonly rowAt: (index: number) => Row | undefined
    readonly first: { readonly isPending: boolean }
  }
  readonly keyOf: (row: Row) => string
  readonly openKey: string | null
  readonly onOpen: (row: Row) => void
  readonly onSeen: (from: number, to: number) => void
  readonly label: string
  /** Another list begins at its top. */
  readonly listKey: string
  /** Undefined where the list is not narrowed. */
  readonly noneFits: string | undefined
  readonly empty: string
  readonly testId: string
  readonly rowTestId: string
}) => {
  const { pages } = props
  const said = pages.first.isPending ? '正在读取' : (props.noneFits ?? props.empty)
  return (
    <div style={{ flex: 1, minHeight: 0 }}>
      <Measured>
        {({ height }) => (
          <WindowTable
            key={props.listKey}
            columns={props.columns}
            total={pages.total}
            rowAt={pages.rowAt}
            keyOf={props.keyOf}
            openKey={props.openKey}
            onOpen={props.onOpen}
            onSeen={props.onSeen}
            height={height}
            label={props.label}
            emptyText={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said} />}
            testId={props.testId}
            rowTestId={props.rowTestId}
          />
        )}
      </Measured>
    </div>
  )
}

/** What a column head does: sorts by its order, and again the other way. */
export const sortedBy = <By extends string>(
  by: By,
  sort: { readonly by: By; readonly descending: boolean },
  onSort: (sort: { readonly by: By; readonly descending: boolean }) => void,
) => {
  const current = sort.by === by
  return {
    sorted: current
      ? sort.descending
        ? ('descending' as const)
        : ('ascending' as const)
      : ('none' as const),
    onSort: () => onSort({ by, descending: current && !sort.descending }),
  }
}
