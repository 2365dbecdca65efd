import type { EstateLine } from '../../../shared/models/estate.ts'
import { CellText } from '../../components/cell-text.tsx'
import { useEdit } from '../../hooks/edit.tsx'

const nameProblem = (text: string): string | null => (text.trim() === '' ? '请填写小区名称' : null)

const countProblem = (text: string): string | null =>
  /^\d{0,6}$/.test(text.trim()) ? null : '请填写整数，不知道就留空'

/** Name of an estate, written over in its row. */
export const EstateName = (props: { readonly estate: EstateLine }) => {
  const { id, version, name } = props.estate
  const { run } = useEdit('estate.update')
  return (
    <CellText
      value={name}
      label="小区名称"
      check={nameProblem}
      onSave={async (text) =>
        (await run({ id, version, changes: { name: text.trim() } }, '已修改小区名称')) !== undefined
      }
      testId={`estate-name-${name}`}
    />
  )
}

/** Buildings or households of an estate, written over in its row. */
export const EstateCount = (props: {
  readonly estate: EstateLine
  readonly field: 'buildingCount' | 'householdCount'
}) => {
  const { estate, field } = props
  const { run } = useEdit('estate.update')
  const label = field === 'buildingCount' ? '楼栋数' : '户数'
  const save = async (text: string): Promise<boolean> => {
    const value = text.trim() === '' ? null : Number(text)
    const { id, version } = estate
    return (await run({ id, version, changes: { [field]: value } }, `已修改${label}`)) !== undefined
  }
  return (
    <CellText
      value={String(estate[field] ?? '')}
      label={label}
      check={countProblem}
      onSave={save}
      right
      testId={`estate-${field}-${estate.name}`}
    />
  )
}
