import { CheckCircleOutlined, ExclamationCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { inRow } from '../../components/virtual-table.tsx'
import { type Level, levelOf } from './session/arrangement.ts'

const looks: Readonly<
  Record<Level, { readonly word: string; readonly color: string; readonly icon: ReactNode }>
> = {
  high: {
    word: '高',
    color: '',
    icon: <CheckCircleOutlined />,
  },
  middle: { word: '中', color: 'warning', icon: <ExclamationCircleOutlined /> },
  low: { word: '低', color: 'error', icon: <QuestionCircleOutlined /> },
}

/** How sure the recognition is: colour, icon and word. */
export const SureTag = (props: { readonly sure: number }) => {
  const { word, color, icon } = looks[levelOf(props.sure)]
  return (
    <Tag
      icon={icon}
      {...(color === '' ? {} : { color })}
      style={{ ...inRow, margin: 0 }}
      title={`把握 ${Math.round(props.sure)}%`}
    >
      {word}
    </Tag>
  )
}
