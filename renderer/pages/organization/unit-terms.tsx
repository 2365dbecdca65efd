import type { UnitDetail } from '../../../shared/models/organization.ts'
import { afterTerm } from '../../../shared/rules/terms.ts'
import { EditableText } from '../../components/editable-text.tsx'
import { ApprovalFile } from './approval-file.tsx'
import { dateOf, dateProblem } from './typed-date.ts'
import type { SaveUnit } from './use-unit-edit.ts'

const wholeYears = (text: string): string | null =>
  text.trim() === '' || /^([1-9]|10)$/.test(text.trim()) ? null : '任期请写 1 到 10 的年数'

/** 批复 and 换届 of a branch, as lines of 基本信息. The next election follows from the last and the term, and can be set. */
export const termItems = (unit: UnitDetail, save: SaveUnit) => {
  const date = (
    key: 'approvedOn' | 'electedOn' | 'nextElectionOn',
    label: string,
    testId: string,
    alsoFor?: (value: string | null) => object,
  ) => ({
    key,
    label,
    children: (
      <EditableText
        key={unit[key] ?? ''}
        value={unit[key] ?? ''}
        label={label}
        placeholder="如 2024-07-01 或 2024-07"
        testId={testId}
        check={dateProblem}
        onSave={(text) => {
          const value = dateOf(text)
          return save({ [key]: value, ...alsoFor?.(value) }, `已修改${label}`)
        }}
      />
    ),
  })
  const next = (electedOn: string | null, years: number | null): object => {
    const day = afterTerm(electedOn, years)
    return day === null ? {} : { nextElectionOn: day }
  }
  return [
    {
      key: 'approvalNo',
      label: '批复文号',
      children: (
        <EditableText
          key={unit.approvalNo ?? ''}
          value={unit.approvalNo ?? ''}
          label="批复文号"
          testId="unit-approval-no"
          onSave={(text) => save({ approvalNo: text.trim() === '' ? null : text.trim() }, '已修改批复文号')}
        />
      ),
    },
    date('approvedOn', '批复日期', 'unit-approved'),
    { key: 'approvalFile', label: '批复文件', children: <ApprovalFile unit={unit} /> },
    {
      key: 'termYears',
      label: '任期（年）',
      children: (
        <EditableText
          key={unit.termYears ?? ''}
          value={unit.termYears === null ? '' : String(unit.termYears)}
          label="任期（年）"
          testId="unit-term"
          check={wholeYears}
          onSave={(text) => {
            const termYears = text.trim() === '' ? null : Number(text)
            return save({ termYears, ...next(unit.electedOn, termYears) }, '已修改任期')
          }}
        />
      ),
    },
    date('electedOn', '本届选举日期', 'unit-elected', (value) => next(value, unit.termYears)),
    date('nextElectionOn', '下次换届日期', 'unit-next-election'),
  ]
}
