import type { Statement } from '../models/statement.ts'

/** Fixed words of the statement: the workbook and the paper carry the same. */
export const statementWords = {
  sheet: '预算执行情况表',
  formNumber: '表号：街财01表',
  unit: '单位：元',
  columns: ['序号', '社区', '党支部', '预算', '支出', '结余', '执行率'],
  total: '合计',
  capital: '金额大写',
  signatures: ['制表人：', '审核人：', '负责人：', '编制单位（盖章）：'],
} as const

export const statementTitle = (statement: Statement): string => `${statement.year}年度${statementWords.sheet}`

export const preparedByLine = (statement: Statement): string => `编制单位：${statement.preparedBy}`

export const yearLine = (statement: Statement): string => `年度：${statement.year}年`

/** e.g. “五堰社区党委 小计”. */
export const subtotalLabel = (community: string): string => `${community} 小计`

/** The three totals in capital numerals, each named by its column. */
export const capitalLines = ({ capital }: Statement): readonly string[] => [
  `预算：${capital.appropriated}`,
  `支出：${capital.spent}`,
  `结余：${capital.balance}`,
]

/** Suggested file name without its ending: 汉江路街道2026年度预算执行情况表. No character that Windows refuses. */
export const statementFileName = (statement: Statement): string =>
  `${statement.preparedBy.replace(/党工委$/, '')}${statementTitle(statement)}`.replace(/[\\/:*?"<>|]/g, '')
