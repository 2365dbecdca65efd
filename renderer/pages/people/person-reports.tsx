import { Button, Flex, Form, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import type { PersonDetail, Reporting } from '../../../shared/models/person.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { EditableText } from '../../components/editable-text.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { UnitChoice } from '../organization/unit-choice.tsx'

const fields = [
  { key: 'workUnit', label: '工作单位' },
  { key: 'claimedPost', label: '认领岗位' },
  { key: 'specialty', label: '专业特长' },
  { key: 'serviceType', label: '服务类别' },
  { key: 'partyCommittee', label: '所属党委' },
] as const

const OneReport = (props: { readonly report: Reporting }) => {
  const { report } = props
  const { run: update } = useEdit('report.update')
  const { run: end, busy } = useEdit('report.end')
  const { id, version } = report
  return (
    <div style={{ padding: '4px 0' }}>
      <Flex gap={8} align="baseline">
        <a href={`#/organization/${encodeURIComponent(report.unitId)}`}>{report.unitName}</a>
        <span style={{ flex: 1 }} />
        <Typography.Text type="secondary" className="nowrap">
          {report.startsOn ?? '不详'} 起{report.endsOn === null ? '' : `，至 ${report.endsOn}`}
        </Typography.Text>
        {report.endsOn === null && (
          <DayConfirm
            action="结束报到"
            busy={busy}
            testId={`report-end-${id}`}
            onConfirm={async (on) => (await end({ id, version, on }, '已结束报到')) !== undefined}
          >
            <Button type="link" size="small" className="flush">
              结束
            </Button>
          </DayConfirm>
        )}
      </Flex>
      {fields.map(({ key, label }) => (
        <Flex key={key} gap={8} align="baseline">
          <Typography.Text type="secondary" style={{ width: 64, flex: 'none' }}>
            {label}
          </Typography.Text>
          {report.endsOn === null ? (
            <EditableText
              key={report[key] ?? ''}
              value={report[key] ?? ''}
              label={label}
              testId={`report-${key}`}
              onSave={async (text) =>
                (await update({ id, version, fields: { [key]: text } }, `已修改${label}`)) !== undefined
              }
            />
          ) : (
            (report[key] ?? '未填写')
          )}
        </Flex>
      ))}
    </div>
  )
}

type Values = { readonly on: string } & {
  readonly [key in (typeof fields)[number]['key']]?: string
}

/** 双报到: communities the person reports to. */
export const PersonReports = (props: { readonly person: PersonDetail }) => {
  const { person } = props
  const [adding, setAdding] = useState(false)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [form] = Form.useForm<Values>()
  const { run, busy } = useEdit('report.begin')
  const save = async (values: Values) => {
    if (unitId === null) return
    const answer = await run(
      {
        personId: person.id,
        unitId,
        on: values.on,
        fields: {
          workUnit: values.workUnit ?? '',
          claimedPost: values.claimedPost ?? '',
          specialty: values.specialty ?? '',
          serviceType: values.serviceType ?? '',
          partyCommittee: values.partyCommittee ?? '',
        },
      },
      `已登记 ${person.name} 报到`,
    )
    if (answer !== undefined) setAdding(false)
  }
  return (
    <section style={{ marginTop: 16 }} data-testid="person-reports">
      <Flex justify="space-between" align="center">
        <Typography.Text strong>双报到</Typography.Text>
        {person.endedOn === null && (
          <Button type="link" size="small" onClick={() => setAdding(true)} data-testid="report-add">
            登记报到…
          </Button>
        )}
      </Flex>
      {person.reports.length === 0 && <Typography.Text type="secondary">没有登记</Typography.Text>}
      {person.reports.map((report) => (
        <OneReport key={report.id} report={report} />
      ))}
      {adding && (
        <Modal
          open
          title={`${person.name} 到社区报到`}
          okText="保存"
          cancelText="取消"
          okButtonProps={{ disabled: unitId === null, loading: busy, 'data-testid': 'report-save' }}
          onOk={() => form.submit()}
          onCancel={() => setAdding(false)}
          destroyOnHidden
        >
          <Form<Values>
            form={form}
            layout="vertical"
            className="dense-form"
            initialValues={{ on: dayOf(new Date()) }}
            onFinish={(values) => void save(values)}
          >
            <Form.Item label="报到社区">
              <UnitChoice
                kinds={['communityCommittee']}
                value={unitId}
                onChange={setUnitId}
                placeholder="输入社区名称、拼音或简拼"
                testId="report-community"
              />
            </Form.Item>
            <Form.Item label="报到日期" name="on">
              <DayPicker />
            </Form.Item>
            {fields.map(({ key, label }) => (
              <Form.Item key={key} label={label} name={key}>
                <Input maxLength={200} data-testid={`new-report-${key}`} />
              </Form.Item>
            ))}
          </Form>
        </Modal>
      )}
    </section>
  )
}
