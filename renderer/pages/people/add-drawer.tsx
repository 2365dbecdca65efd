import { Alert, Button, Drawer, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { memberCategoryLabels, memberKindLabels } from '../../../shared/labels.ts'
import type { MemberCategory, MemberKind } from '../../../shared/models/person.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useDebounced } from '../../hooks/debounced.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'
import { UnitChoice } from '../organization/unit-choice.tsx'
import { idNumberProblem, nameProblem, phoneProblem } from './problems.ts'

interface Values {
  readonly name: string
  readonly gender: '男' | '女' | '不详'
  readonly phone?: string
  readonly idNumber?: string
  readonly category?: MemberCategory
  readonly memberKind?: MemberKind
  readonly on: string
}

const rule = (problem: (text: string) => string | null) => ({
  validator: (_: unknown, value: string | undefined) => {
    const reason = problem(value ?? '')
    return reason === null ? Promise.resolve() : Promise.reject(new Error(reason))
  },
})

const optionsOf = <T extends string>(labels: Readonly<Record<T, string>>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as T, label }))

/** People on record whom the one being typed may be. */
const Alike = (props: {
  readonly name: string
  readonly phone: string
  readonly idNumber: string
  readonly onOpen: (id: string) => void
}) => {
  const asked = useDebounced(JSON.stringify([props.name, props.phone, props.idNumber]), 250)
  const [name, phone, idNumber] = JSON.parse(asked) as [string, string, string]
  const found = useRequest(
    'person.alike',
    { name, phone, idNumber },
    { enabled: (name !== '' && phone !== '') || idNumber !== '' },
  )
  const people = found.isPlaceholderData ? [] : (found.data ?? [])
  if (people.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      data-testid="add-alike"
      title="可能已经登记过"
      description={people.map((person) => (
        <Button key={person.id} type="link" size="small" onClick={() => props.onOpen(person.id)}>
          打开 {person.name}（{person.phoneMasked ?? '无手机号'}）
        </Button>
      ))}
    />
  )
}

/** 新增人员: somebody new, at once a member of a branch if told so. */
export const AddDrawer = (props: {
  readonly unit?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}) => {
  const { unit } = props
  const [form] = Form.useForm<Values>()
  const [unitId, setUnitId] = useState<string | null>(unit?.id ?? null)
  const name = Form.useWatch('name', form) ?? ''
  const phone = Form.useWatch('phone', form) ?? ''
  const idNumber = Form.useWatch('idNumber', form) ?? ''
  const { run, busy } = useEdit('person.add')
  const save = async (values: Values) => {
    const answer = await run(
      {
        name: values.name,
        gender: values.gender === '不详' ? null : values.gender,
        phone: values.phone ?? '',
        idNumber: values.idNumber ?? '',
        category: values.category ?? null,
        memberKind: values.memberKind ?? null,
        unitId,
        on: values.on,
      },
      `已新增 ${values.name.trim()}`,
    )
    if (answer !== undefined) props.onAdded(answer.id)
  }
  return (
    <Drawer
      open
      size={420}
      title={unit === undefined ? '新增人员' : `新增党员 · ${unit.name}`}
      onClose={props.onClose}
      data-testid="add-drawer"
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="dense-form"
        requiredMark={false}
        initialValues={{
          gender: '不详',
          on: dayOf(new Date()),
          ...(unit === undefined ? {} : { category: 'full' }),
        }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item label="姓名" name="name" rules={[rule(nameProblem)]}>
          <Input autoFocus maxLength={100} data-testid="add-name" />
        </Form.Item>
        <Form.Item label="手机号" name="phone" rules={[rule(phoneProblem)]}>
          <Input maxLength={40} data-testid="add-phone" />
        </Form.Item>
        <Form.Item label="身份证号" name="idNumber" rules={[rule(idNumberProblem)]}>
          <Input maxLength={30} data-testid="add-id-number" />
        </Form.Item>
        <Alike name={name} phone={phone} idNumber={idNumber} onOpen={props.onAdded} />
        <Form.Item label="性别" name="gender">
          <Segmented options={['男', '女', '不详']} />
        </Form.Item>
        <Form.Item label="人员类别" name="category">
          <Select allowClear placeholder="未填写" options={optionsOf(memberCategoryLabels)} />
        </Form.Item>
        <Form.Item label="党员类别" name="memberKind">
          <Select allowClear placeholder="未填写" options={optionsOf(memberKindLabels)} />
        </Form.Item>
        {unit === undefined && (
          <Form.Item label="所在党支部" extra="不是党员的可以不选">
            <UnitChoice
              kinds={['branch', 'buildingGroup', 'memberHousehold', 'communityCommittee']}
              value={unitId}
              onChange={setUnitId}
              placeholder="输入名称、拼音或简拼"
              testId="add-unit"
              autoFocus={false}
            />
          </Form.Item>
        )}
        <Form.Item label="转入日期" name="on">
          <DayPicker />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="add-save">
          保存
        </Button>
      </Form>
    </Drawer>
  )
}
