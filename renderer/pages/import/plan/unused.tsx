import { Alert } from 'antd'
import type { SheetFound } from '../../../../shared/models/import.ts'

/** Names told at most; the first step shows all of them. */
const most = 6

const listed = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join('、')} 等` : names.join('、')

/** What of the files is not imported at all, in words; empty when everything is. */
export const unusedWords = (sheets: readonly SheetFound[]): string => {
  const columns = new Set(
    sheets.flatMap((sheet) =>
      sheet.used
        ? sheet.columns.flatMap(({ field, header, samples }) =>
            field === null && header !== '' && samples.length > 0 ? [header] : [],
          )
        : [],
    ),
  )
  const left = sheets.filter((sheet) => !sheet.used && (sheet.dataRows > 0 || sheet.head.length > 1))
  return [
    ...(columns.size === 0 ? [] : [`有内容而没有用上的列：${listed([...columns])}`]),
    ...(left.length === 0 ? [] : [`没有导入的工作表：${listed(left.map(({ sheet }) => sheet))}`]),
  ].join('；')
}

/** Says before the import what of the files will be left behind, so that nobody believes it was taken. */
export const Unused = (props: { readonly sheets: readonly SheetFound[] }) => {
  const words = unusedWords(props.sheets)
  return words === '' ? null : (
    <Alert
      showIcon
      type="info"
      title={`${words}。要用的请回到“选择”一步对应。`}
      style={{ flex: 'none' }}
      data-testid="import-unused"
    />
  )
}
