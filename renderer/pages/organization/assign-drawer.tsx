import { Button, Drawer, Form, Input, Select, Typography } from 'antd'
import { postKindLabels } from '../../../shared/labels.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { Post, PostKind } from '../../../shared/models/post.ts'
import { dayOf, isSolePost } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { nameProblem, phoneProblem } from '../people/problems.ts'
import { type ChosenPerson, PersonChoice } from './person-choice.tsx'
import { postKindsOf } from './post-kinds.ts'

export interface Assignment {
  readonly kind: PostKind
  /** The post whose holder goes, in a succession. */
  readonly replaces: Post | null
}

interface Values {
  readonly kind: PostKind
  readonly person: ChosenPerson | undefined
  readonly phone: string | undefined
  readonly position: string | undefined
  /** ISO day. */
  readonly startsOn: string
}

/** A rule of antd's form from a check that answers the reason or null. */
const rule = <T,>(problem: (value: T | undefined) => string | null) => ({
  validator: (_: unknown, value: T | undefined) => {
    const reason = problem(value)
    return reason === null ? Promise.resolve() : Promise.reject(new Error(reason))
  },
})

/** Who goes when somebody new comes: the one named, or the only one who may hold that post. */
const predecessorOf = (unit: UnitDetail, assignment: Assignment, kind: PostKind): Post | null => {
  if (assignment.replaces?.kind === kind) return assignment.replaces
  if (!isSolePost(kind)) return null
  return unit.posts.find((post) => post.kind === kind && post.endsOn === null) ?? null
}

/** 新增任职 or 换任: somebody on record or somebody new, from a day on. */
export const AssignDrawer = (props: {
  readonly unit: UnitDetail
  readonly assignment: Assignment
  readonly onClose: () => void
}) => {
  const { unit, assignment } = props
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? assignment.kind
  const person = Form.useWatch('person', form)
  const { run, busy } = useEdit('post.assign')
  const before = predecessorOf(unit, assignment, kind)

  const finish = async (values: Values) => {
    if (values.person === undefined) return
    const answer = await run(
      {
        unitId: unit.id,
        kind: values.kind,
        person:
          values.person.kind === 'known'
            ? { id: values.person.id }
            : { name: values.person.name, phone: values.phone ?? '' },
        position: values.position ?? '',
        startsOn: values.startsOn,
        replaces: before?.id ?? null,
      },
      `${values.person.name} 已任${postKindLabels[values.kind]}`,
    )
    if (answer !== undefined) props.onClose()
  }

  return (
    <Drawer
      open
      title={assignment.replaces === null ? `新增任职 · ${unit.name}` : `换任 · ${unit.name}`}
      size={420}
      onClose={props.onClose}
      data-testid="assign-drawer"
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: assignment.kind, startsOn: dayOf(new Date()) }}
        onFinish={(values) => void finish(values)}
      >
        <Form.Item label="职务" name="kind">
          <Select
            disabled={assignment.replaces !== null}
            options={postKindsOf(unit.kind).map((value) => ({ value, label: postKindLabels[value] }))}
            data-testid="assign-kind"
          />
        </Form.Item>
        <Form.Item
          label="任职人"
          name="person"
          extra={person?.kind === 'known' ? `已有人员，手机号 ${person.phoneMasked ?? '未填写'}` : undefined}
          rules={[rule<ChosenPerson>((value) => nameProblem(value?.name ?? ''))]}
        >
          <PersonChoice />
        </Form.Item>
        {person?.kind !== 'known' && (
          <Form.Item label="手机号" name="phone" rules={[rule<string>((value) => phoneProblem(value ?? ''))]}>
            <Input maxLength={40} data-testid="assign-phone" />
          </Form.Item>
        )}
        <Form.Item label="单位职务" name="position">
          <Input
            maxLength={200}
            placeholder={kind === 'firstSecretary' ? '如 党组书记、局长' : ''}
            data-testid="assign-position"
          />
        </Form.Item>
        <Form.Item label="任职日期" name="startsOn">
          <DayPicker />
        </Form.Item>
        {before !== null && (
          <Typography.Paragraph type="secondary" data-testid="assign-replaces">
            {before.personName} 将于同日离任，原记录保留。
          </Typography.Paragraph>
        )}
        <Button type="primary" htmlType="submit" loading={busy} data-testid="assign-save">
          保存
        </Button>
      </Form>
    </Drawer>
  )
}
