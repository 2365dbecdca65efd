import { DeleteOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Flex, Input, Popover, Typography } from 'antd'
import { useState } from 'react'
import { type PeopleColumnKey, peopleColumnKeys } from '../../../shared/models/people-list.ts'
import { peopleColumnTexts } from '../../../shared/people-columns.ts'
import { EditableText } from '../../components/editable-text.tsx'
import type { ColumnSets } from './use-column-sets.ts'

const Chooser = (props: { readonly sets: ColumnSets }) => {
  const { columns, saved, choose, save } = props.sets
  const [name, setName] = useState('')
  const wanted = name.trim()
  const keep = async () => {
    if (wanted === '') return
    const others = saved.filter((set) => set.name !== wanted)
    if (await save([...others, { name: wanted, columns }], `列组合“${wanted}”已保存`)) setName('')
  }
  const toggle = (key: PeopleColumnKey, on: boolean) =>
    choose(peopleColumnKeys.filter((other) => (other === key ? on : columns.includes(other))))
  return (
    <Flex vertical gap={8} style={{ width: 320 }} data-testid="column-chooser">
      <Flex wrap>
        {peopleColumnKeys.map((key) => (
          <Checkbox
            key={key}
            checked={columns.includes(key)}
            disabled={key === 'name'}
            onChange={(event) => toggle(key, event.target.checked)}
            style={{ width: '33%', marginInlineStart: 0 }}
            data-testid={`column-${key}`}
          >
            {peopleColumnTexts[key].title}
          </Checkbox>
        ))}
      </Flex>
      <Typography.Text strong>已存的列组合</Typography.Text>
      {saved.length === 0 && (
        <Typography.Text type="secondary">还没有。选好要看的列，起个名字存下来。</Typography.Text>
      )}
      {saved.map((set) => (
        <Flex key={set.name} gap={4} align="center" data-testid="column-set">
          <span style={{ flex: 1, minWidth: 0 }}>
            <EditableText
              value={set.name}
              label="列组合名称"
              testId="column-set-name"
              check={(text) =>
                text.trim() === '' || [...text.trim()].length > 20
                  ? '名称应为 1 至 20 个字'
                  : saved.some((other) => other !== set && other.name === text.trim())
                    ? '已有同名的列组合'
                    : null
              }
              onSave={(text) =>
                save(
                  saved.map((other) => (other === set ? { ...set, name: text.trim() } : other)),
                  '列组合已改名',
                )
              }
            />
          </span>
          <Button size="small" onClick={() => choose(set.columns)} data-testid="column-set-use">
            使用
          </Button>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            title={`删除“${set.name}”`}
            aria-label={`删除“${set.name}”`}
            onClick={() =>
              void save(
                saved.filter((other) => other !== set),
                `列组合“${set.name}”已删除`,
              )
            }
            data-testid="column-set-delete"
          />
        </Flex>
      ))}
      <Flex gap={4}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void keep()}
          maxLength={20}
          placeholder="给现在的列起个名字"
          aria-label="列组合名称"
          data-testid="column-set-new"
        />
        <Button
          disabled={wanted === '' || saved.length >= 20}
          onClick={() => void keep()}
          data-testid="column-set-save"
        >
          保存
        </Button>
      </Flex>
    </Flex>
  )
}

/** Which columns stand in the list; a choice can be kept under a name. */
export const ColumnSetsButton = (props: { readonly sets: ColumnSets }) => (
  <Popover trigger="click" placement="bottomRight" content={<Chooser sets={props.sets} />}>
    <Button icon={<TableOutlined />} data-testid="people-columns">
      列
    </Button>
  </Popover>
)
