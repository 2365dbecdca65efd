import { Collapse, Flex, Tag, Typography } from 'antd'
import { ledgerKinds } from '../../../shared/models/import.ts'
import { sheets } from '../../../shared/sheets/all.ts'
import { columnTitle, type Sheet } from '../../../shared/sheets/sheet.ts'

const Columns = (props: { readonly sheet: Sheet }) => (
  <Flex wrap gap={4}>
    {props.sheet.columns.map((column) => (
      <Tag key={columnTitle(column)} style={{ margin: 0 }}>
        {columnTitle(column)}
        {column.required === true ? '（必填）' : ''}
      </Tag>
    ))}
  </Flex>
)

/** Which ledgers are known, and the columns each may have; taken from the tables that the import itself reads by. */
export const KnownLedgers = (props: { readonly open: boolean }) => (
  <Collapse
    size="small"
    // Opened for whoever imports for the first time.
    key={String(props.open)}
    defaultActiveKey={props.open ? ['columns'] : []}
    style={{ flex: 'none' }}
    items={[
      {
        key: 'columns',
        label: `认识的台账：${ledgerKinds.map((kind) => sheets[kind].title).join('、')}（展开看需要哪些列）`,
        children: (
          <Flex vertical gap={12} data-testid="import-ledgers">
            {ledgerKinds.map((kind) => (
              <div key={kind}>
                <Typography.Text strong>{sheets[kind].title}</Typography.Text>
                <Columns sheet={sheets[kind]} />
              </div>
            ))}
            <Typography.Text type="secondary">
              列的先后不限，名称大致相同即可，缺少不是必填的列也能导入。表头上方可以有标题和单位；合计、制表人等行会自动跳过。
            </Typography.Text>
          </Flex>
        ),
      },
    ]}
  />
)
