import { memberCategoryLabels, memberKindLabels } from '../../../shared/labels.ts'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { politicalStatusOf } from '../../../shared/models/register.ts'
import { checkSurnameReading } from '../../../shared/rules/person-values.ts'
import { checkLandline } from '../../../shared/rules/phone.ts'
import { EditableChoice } from '../../components/editable-choice.tsx'
import { EditableText } from '../../components/editable-text.tsx'
import { PersonalValue } from '../../components/personal-value.tsx'
import type { usePerson } from '../../hooks/person.ts'
import { dateOf, dateProblem } from '../organization/typed-date.ts'
import { idNumberProblem, nameProblem, phoneProblem } from './problems.ts'

const genders = { 男: '男', 女: '女' } as const

const problem =
  (check: typeof checkLandline) =>
  (text: string): string | null => {
    if (text.trim() === '') return null
    const checked = check(text)
    return checked.ok ? null : checked.reason
  }

type Save = ReturnType<typeof usePerson>['save']
type Reveal = ReturnType<typeof usePerson>['reveal']

/** Every field of a person as a line of the drawer, each mended where it stands. */
export const personItems = (person: PersonDetail, save: Save, reveal: Reveal, editPhone: boolean) => {
  const said = (field: string) => `已修改 ${person.name} 的${field}`
  const text = (
    key: 'ethnicity' | 'education' | 'occupation' | 'address' | 'surnameReading' | 'politicalStatus',
    label: string,
    testId: string,
    more: { readonly check?: (typed: string) => string | null; readonly placeholder?: string } = {},
  ) => ({
    key,
    label,
    children: (
      <EditableText
        key={person[key] ?? ''}
        value={person[key] ?? ''}
        label={label}
        testId={testId}
        {...more}
        onSave={(typed) => save({ [key]: typed }, said(label))}
      />
    ),
  })
  const date = (key: 'birthDate' | 'joinedOn' | 'confirmedOn', label: string, testId: string) => ({
    key,
    label,
    children: (
      <EditableText
        key={person[key] ?? ''}
        value={person[key] ?? ''}
        label={label}
        placeholder="如 1998-07-01 或 1998-07"
        testId={testId}
        check={dateProblem}
        onSave={(typed) => save({ [key]: dateOf(typed) }, said(label))}
      />
    ),
  })
  const personal = (
    key: 'phone' | 'phone2' | 'landline' | 'idNumber',
    label: string,
    testId: string,
    masked: string | null,
    check: (typed: string) => string | null,
    open = false,
  ) => ({
    key,
    label,
    children: (
      <PersonalValue
        key={masked ?? ''}
        masked={masked}
        label={label}
        testId={testId}
        check={check}
        open={open}
        onReveal={() => reveal(key)}
        onSave={(typed) => save({ [key]: typed }, said(label))}
      />
    ),
  })
  return [
    {
      key: 'name',
      label: '姓名',
      children: (
        <EditableText
          key={person.name}
          value={person.name}
          label="姓名"
          testId="person-name"
          check={nameProblem}
          onSave={(name) => save({ name }, said('姓名'))}
        />
      ),
    },
    personal('phone', '手机号', 'person-phone', person.phoneMasked, phoneProblem, editPhone),
    personal('phone2', '备用电话', 'person-phone2', person.phone2Masked, phoneProblem),
    personal('landline', '固定电话', 'person-landline', person.landline, problem(checkLandline)),
    personal('idNumber', '身份证号', 'person-id-number', person.idNumberMasked, idNumberProblem),
    {
      key: 'gender',
      label: '性别',
      children: (
        <EditableChoice
          value={person.gender === '男' || person.gender === '女' ? person.gender : null}
          labels={genders}
          label="性别"
          testId="person-gender"
          onSave={(gender) => void save({ gender }, said('性别'))}
        />
      ),
    },
    date('birthDate', '出生日期', 'person-birth'),
    {
      key: 'category',
      label: '人员类别',
      children: (
        <EditableChoice
          value={person.category}
          labels={memberCategoryLabels}
          label="人员类别"
          testId="person-category"
          onSave={(category) => void save({ category }, said('人员类别'))}
        />
      ),
    },
    {
      key: 'memberKind',
      label: '党员类别',
      children: (
        <EditableChoice
          value={person.memberKind}
          labels={memberKindLabels}
          label="党员类别"
          testId="person-member-kind"
          onSave={(memberKind) => void save({ memberKind }, said('党员类别'))}
        />
      ),
    },
    person.category === null
      ? text('politicalStatus', '政治面貌', 'person-political', { placeholder: '如 群众、共青团员' })
      : { key: 'politicalStatus', label: '政治面貌', children: politicalStatusOf(person) },
    date('joinedOn', '入党日期', 'person-joined'),
    date('confirmedOn', '转正日期', 'person-confirmed'),
    text('ethnicity', '民族', 'person-ethnicity'),
    text('education', '学历', 'person-education'),
    text('occupation', '工作岗位', 'person-occupation'),
    text('address', '家庭住址', 'person-address'),
    text('surnameReading', '姓氏读音', 'person-surname', {
      check: problem(checkSurnameReading),
      placeholder: '与字典不同时填写，如 chong',
    }),
    {
      key: 'note',
      label: '备注',
      children: (
        <EditableText
          key={person.note}
          value={person.note}
          label="备注"
          multiline
          testId="person-note"
          onSave={(note) => save({ note }, said('备注'))}
        />
      ),
    },
  ]
}
