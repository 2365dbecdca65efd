import { UserAddOutlined } from '@ant-design/icons'
import { Button, Empty, Flex, Input, Typography } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { ListedPerson } from '../../../shared/models/people-list.ts'
import { peopleColumnTexts } from '../../../shared/people-columns.ts'
import type { PeopleFilter } from '../../../shared/requests/people.ts'
import { Measured } from '../../components/measured.tsx'
import { type WindowColumn, WindowTable } from '../../components/window-table.tsx'
import { useDebounced } from '../../hooks/debounced.ts'
import { AddDrawer } from '../people/add-drawer.tsx'
import { TransferModal } from '../people/transfer-modal.tsx'
import { usePeoplePages } from '../people/use-people-pages.ts'

const shown = ['name', 'gender', 'category', 'phone', 'branch', 'joinedOn'] as const
const sort = { by: 'reading', descending: false } as const

/** 成员: members of the unit and of those below it; several are transferred together. */
export const UnitMembers = (props: {
  readonly unit: UnitDetail
  readonly onPerson: (personId: string) => void
}) => {
  const { unit } = props
  const [text, setText] = useState('')
  const wanted = useDebounced(text.trim(), 120)
  const [several, setSeveral] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListedPerson>>(new Map())
  const [moving, setMoving] = useState(false)
  const [adding, setAdding] = useState(false)
  const [seen, setSeen] = useState({ from: 0, to: 40 })
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), [])
  const filter = useMemo(
    (): PeopleFilter => ({ unitId: unit.id, ...(wanted === '' ? {} : { text: wanted }) }),
    [unit.id, wanted],
  )
  const pages = usePeoplePages(filter, sort, seen)
  const living = unit.dissolvedOn === null
  const columns: readonly WindowColumn<ListedPerson>[] = [
    ...(several
      ? [
          {
            key: 'chosen',
            title: '选',
            width: 40,
            text: (person: ListedPerson) => (chosen.has(person.id) ? '☑' : '☐'),
          },
        ]
      : []),
    ...shown.map((key) => ({ key, ...peopleColumnTexts[key] })),
  ]
  const toggle = (person: ListedPerson) =>
    setChosen((before) => {
      const next = new Map(before)
      if (!next.delete(person.id)) next.set(person.id, person)
      return next
    })
  const stop = () => {
    setSeveral(false)
    setChosen(new Map())
    setMoving(false)
  }
  return (
    <Flex vertical gap={8} style={{ height: '100%' }} data-testid="unit-members">
      <Flex gap={8} align="center">
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="姓名、拼音、电话"
          allowClear
          maxLength={60}
          style={{ width: 200 }}
          aria-label="查找成员"
          data-testid="members-text"
        />
        <Typography.Text type="secondary" className="nowrap" data-testid="members-count">
          {pages.total.toLocaleString('zh-CN')} 人
        </Typography.Text>
        <span style={{ flex: 1 }} />
        {several ? (
          <>
            <span className="tree-days">已选 {chosen.size} 人</span>
            <Button
              disabled={chosen.size === 0}
              onClick={() => setMoving(true)}
              data-testid="members-transfer"
            >
              转接组织关系…
            </Button>
            <Button onClick={stop}>取消</Button>
          </>
        ) : (
          living && (
            <>
              <Button
                disabled={pages.total === 0}
                onClick={() => setSeveral(true)}
                data-testid="members-several"
              >
                批量转接
              </Button>
              <Button icon={<UserAddOutlined />} onClick={() => setAdding(true)} data-testid="members-add">
                新增党员
              </Button>
            </>
          )
        )}
      </Flex>
      <div style={{ flex: 1, minHeight: 0 }}>
        <Measured>
          {({ height }) => (
            <WindowTable
              key={wanted}
              columns={columns}
              total={pages.total}
              rowAt={pages.rowAt}
              keyOf={(person) => person.id}
              openKey={null}
              onOpen={(person) => (several ? toggle(person) : props.onPerson(person.id))}
              onSeen={onSeen}
              height={height}
              label="成员"
              emptyText={
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description={
                    wanted === '' ? '还没有党员，可以新增，或导入党员花名册' : '没有符合条件的成员'
                  }
                />
              }
              testId="members-table"
              rowTestId="member-row"
            />
          )}
        </Measured>
      </div>
      {moving && (
        <TransferModal people={[...chosen.values()]} onClose={() => setMoving(false)} onDone={stop} />
      )}
      {adding && (
        <AddDrawer
          unit={unit}
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false)
            props.onPerson(id)
          }}
        />
      )}
    </Flex>
  )
}
