import { ConfigProvider, Table, type TableProps, theme } from 'antd'
import { Measured } from './measured.tsx'

/** A header row and its rule, in CSS pixels. */
const oneHeaderRow = 33

export type VirtualTableProps<Row> = Pick<
  TableProps<Row>,
  'columns' | 'rowKey' | 'bordered' | 'expandable' | 'rowClassName' | 'summary' | 'loading'
> & {
  readonly rows: readonly Row[]
  /** Narrower than this, in CSS pixels, it scrolls sideways. */
  readonly minWidth: number
  /** Height of header and summary together, in CSS pixels; one header row unless told. */
  readonly around?: number
  readonly emptyText: string
  readonly testId: string
}

/** A table of any length that fills what its flex parent leaves. All its rows must be one line high. */
export const VirtualTable = <Row extends object>(props: VirtualTableProps<Row>) => {
  const { rows, minWidth, around = oneHeaderRow, emptyText, testId, ...table } = props
  const { token } = theme.useToken()
  return (
    // antd places the rows of a virtual table by this padding, whatever padding they are given.
    <ConfigProvider theme={{ components: { Table: { cellPaddingBlockSM: token.paddingXS } } }}>
      <Measured>
        {({ width, height }) => (
          <Table<Row>
            {...table}
            virtual
            size="small"
            dataSource={[...rows]}
            pagination={false}
            scroll={{ x: Math.max(width - 2, minWidth), y: Math.max(120, height - around) }}
            locale={{ emptyText }}
            data-testid={testId}
          />
        )}
      </Measured>
    </ConfigProvider>
  )
}

/** For tags and buttons in such a row: they may not stretch it. */
export const inRow = { height: 22, lineHeight: '20px', verticalAlign: 'top' } as const
