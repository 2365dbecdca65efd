import { CheckOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Flex, Radio, Select, type TableColumnsType, Tag, Typography } from 'antd'
import { useMemo } from 'react'
import type { AskedQuestion } from '../../../../shared/models/import.ts'
import { inRow, VirtualTable } from '../../../components/virtual-table.tsx'
import { decide } from '../session/plan.ts'
import { count } from '../words.ts'
import { bulkAnswers, headOf } from './bulk-answers.ts'

type Keyed = AskedQuestion & { readonly line: number }

/** Longer answers do not fit beside each other, in characters. */
const mostBeside = 22

const Answers = (props: { readonly question: AskedQuestion }) => {
  const { key, options, unless, chosen } = props.question
  const heads = options.map(({ label }) => headOf(label))
  // Who it could be stands in the question itself; only where it could be several, the answers must name them.
  const short = new Set(heads).size === heads.length
  const named = options.map(({ value, label }) => ({
    value,
    label: `${short ? headOf(label) : label}${value === unless ? '（默认）' : ''}`,
  }))
  const value = chosen ?? unless
  const answer = (next: string) => void decide([{ key, value: next }])
  const long = named.reduce((sum, { label }) => sum + label.length, 0) > mostBeside
  if (named.length > 3 || long)
    return (
      <Select<string>
        size="small"
        style={{ ...inRow, width: '100%', height: 24 }}
        placeholder="请选择"
        popupMatchSelectWidth={false}
        value={value}
        options={named}
        onChange={answer}
        aria-label="您的决定"
        data-testid="question-answer"
      />
    )
  return (
    <Radio.Group
      size="small"
      optionType="button"
      style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}
      value={value}
      options={named}
      onChange={(event) => answer(event.target.value as string)}
      data-testid="question-answer"
    />
  )
}

/** The question, and whom or what it may mean. */
const questionText = ({ text, options }: AskedQuestion): string => {
  const meant = options.flatMap(({ label }) =>
    headOf(label) === label ? [] : [label.slice(label.indexOf('：') + 1)],
  )
  return meant.length === 0 ? text : `${text} 已有：${meant.join('；')}`
}

const columns: TableColumnsType<Keyed> = [
  { title: '工作表', dataIndex: 'sheet', width: 110, ellipsis: true },
  { title: '行', dataIndex: 'row', width: 52, align: 'right' },
  {
    title: '要您决定的事',
    key: 'text',
    width: 420,
    ellipsis: true,
    render: (_, question) => questionText(question),
  },
  {
    title: '状态',
    key: 'state',
    width: 84,
    render: (_, { chosen, unless }) =>
      chosen !== null ? (
        <Tag icon={<CheckOutlined />} style={inRow}>
          已定
        </Tag>
      ) : unless !== null ? (
        <Tag style={inRow}>按默认</Tag>
      ) : (
        <Tag icon={<QuestionCircleOutlined />} color="warning" style={inRow}>
          待定
        </Tag>
      ),
  },
  { title: '您的决定', key: 'answer', width: 280, render: (_, question) => <Answers question={question} /> },
]

/** What only a person can decide; every answer is remembered for later imports. */
export const QuestionsTable = (props: { readonly questions: readonly AskedQuestion[] }) => {
  const { questions } = props
  const rows = useMemo(() => questions.map((question, line) => ({ ...question, line })), [questions])
  const bulk = useMemo(() => bulkAnswers(questions), [questions])
  const given = useMemo(
    () => [...new Set(questions.filter(({ chosen }) => chosen !== null).map(({ key }) => key))],
    [questions],
  )
  return (
    <>
      <Flex align="center" gap={8} style={{ flex: 'none' }}>
        {bulk.map(({ label, decisions }) => (
          <Button key={label} size="small" onClick={() => void decide(decisions)} data-testid="question-all">
            全部按“{label}”（{count(decisions.length)}）
          </Button>
        ))}
        {given.length === 0 ? null : (
          <Button
            size="small"
            type="text"
            onClick={() => void decide(given.map((key) => ({ key, value: null })))}
          >
            收回全部决定
          </Button>
        )}
        <Typography.Text type="secondary" style={{ marginLeft: 'auto' }}>
          决定会记住，以后导入遇到同样的情况照办。
        </Typography.Text>
      </Flex>
      <VirtualTable
        rowKey="line"
        columns={columns}
        rows={rows}
        minWidth={946}
        emptyText="没有需要您决定的事。"
        testId="import-questions"
      />
    </>
  )
}
