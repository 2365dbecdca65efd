import { Collapse, Flex, Tag, Typography } from 'antd'
import { ledgerKinds } from '../../../../shared/models/import.ts'
import { ledgerTitles, tablesOf } from '../../../../shared/sheets/all.ts'
import { columnTitle, type Sheet } from '../../../../shared/sheets/sheet.ts'

const Columns = (props: { readonly sheet: Sheet }) => (
  <div>
    <Typography.Text strong>{props.sheet.title}</Typography.Text>
    <Flex wrap gap={4}>
      {props.sheet.columns.map((column) => (
        <Tag key={columnTitle(column)} style={{ margin: 0 }}>
          {columnTitle(column)}
          {column.required === true ? '（必填）' : ''}
        </Tag>
      ))}
    </Flex>
  </div>
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
        label: `认识的 ${ledgerKinds.length} 种台账：${ledgerKinds.map((kind) => ledgerTitles[kind]).join('、')}`,
        children: (
          <Flex vertical gap={12} data-testid="import-ledgers">
            <Typography.Text type="secondary">
              列的先后不限，名称大致相同即可，缺少不是必填的列也能导入；街道和社区也可以写在标题、填报单位、工作表名或文件名里。合计、制表人等行会自动跳过。认错的列可以改，下次遇到同样的表头会照办。每一列怎样填，见模板里的“填表说明”；表里的各种写法，见使用手册（F1）。
            </Typography.Text>
            {ledgerKinds.flatMap((kind) =>
              tablesOf(kind).map((sheet) => <Columns key={sheet.table} sheet={sheet} />),
            )}
          </Flex>
        ),
      },
    ]}
  />
)
