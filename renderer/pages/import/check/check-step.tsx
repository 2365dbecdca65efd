import { Button, Empty, Flex } from 'antd'
import { useMemo, useState } from 'react'
import type { CheckedRow, RowFilter } from '../../../../shared/models/import.ts'
import { CellGrid } from '../../../components/cell-grid.tsx'
import { Measured } from '../../../components/measured.tsx'
import { useDebounced } from '../../../hooks/debounced.ts'
import { GiveUpButton } from '../give-up-button.tsx'
import { groupsOf } from '../session/arrangement.ts'
import { decide, goTo, leaveOut, mendCell, planAgain, setCreateMissing, takeIn } from '../session/plan.ts'
import { change, type Session } from '../session/stage.ts'
import { StepHead } from '../step-head.tsx'
import { allRowsOut } from './all-out.ts'
import { CheckTools } from './check-tools.tsx'
import { gridCell, gridColumns, isMasked, leading } from './row-cells.tsx'
import { RowPanel } from './row-panel.tsx'
import { useCheckRows } from './use-check-rows.ts'

const emptyTexts: Readonly<Record<RowFilter, string>> = {
  all: '没有数据行',
  bad: '没有有问题的行，可以看计划了',
  warned: '没有需要提醒的行',
  mended: '还没有改过的行',
  out: '没有不导入的行',
}

/** Every row, its bad cells marked; mended in place or left out. */
const CheckRows = (props: { readonly session: Session }) => {
  const { session } = props
  const { sessionId } = session.found
  const groups = useMemo(() => groupsOf(session.found.sheets.filter((one) => one.used)), [session.found])
  const sheet = session.found.sheets.find((one) => one.index === session.sheet)
  const group = groups.find((one) => one.key === sheet?.group)
  const [filter, setFilter] = useState<RowFilter>('all')
  const [text, setText] = useState('')
  const wanted = useDebounced(text.trim(), 200)
  const rows = useCheckRows({ sessionId, group: group?.key ?? '', filter, text: wanted })
  const { page, cursor } = rows
  const several = (group?.sheets.length ?? 0) > 1
  const columns = useMemo(() => gridColumns(page, group?.table ?? null, several), [page, group, several])

  // Another filter brings another grid, but the focus stays where it was chosen.
  const [narrowed, setNarrowed] = useState(false)

  /** `column` is a place in the row's cells. */
  const mend = async (row: CheckedRow, column: number, next: string): Promise<void> => {
    const before = row.cells[column] ?? ''
    const place = page?.columns[column]
    if (place === undefined || next === before || (isMasked(before) && next === '')) return
    await mendCell(row.index, place.index, next)
  }
  const save = async (row: CheckedRow, column: number, next: string, onward: boolean) => {
    const from = cursor
    await mend(row, column - leading, next)
    if (onward) await rows.goNextBad(from)
  }
  return (
    <>
      <CheckTools
        groups={groups}
        group={group?.key ?? ''}
        onGroup={(one) => change(sessionId, { sheet: one.sheets[0]?.index ?? session.sheet })}
        fileOf={(one) =>
          session.found.files.length < 2
            ? null
            : (session.found.files[one.sheets[0]?.file ?? 0]?.name ?? null)
        }
        bad={session.preview?.badByGroup ?? {}}
        counts={page?.counts}
        filter={filter}
        onFilter={(next) => {
          setNarrowed(true)
          setFilter(next)
        }}
        text={text}
        onText={(next) => {
          setNarrowed(true)
          setText(next)
        }}
        createMissing={session.createMissing}
        onCreateMissing={setCreateMissing}
        onAllOut={() => void leaveOut('bad', true)}
        onAllIn={() => void takeIn((id) => allRowsOut(id, groups))}
      />
      <Flex gap={12} style={{ flex: 1, minHeight: 0 }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Measured>
            {({ height }) => (
              <CellGrid<CheckedRow>
                // Another list begins at its top.
                key={`${group?.key} ${filter} ${wanted}`}
                columns={columns}
                total={rows.total}
                rowAt={rows.rowAt}
                cellOf={(row, column) => gridCell(row, column, several)}
                cursor={cursor}
                onCursor={rows.moveTo}
                draftOf={(row, column) => {
                  const now = row.cells[column - leading] ?? ''
                  return isMasked(now) ? '' : now
                }}
                onSave={(row, column, next, onward) => void save(row, column, next, onward)}
                onNextBad={(from) => void rows.goNextBad(from)}
                onSeen={rows.onSeen}
                autoFocus={!narrowed}
                height={height}
                label="要导入的行"
                emptyText={
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description={
                      rows.first.isPending
                        ? '正在读取'
                        : wanted === ''
                          ? emptyTexts[filter]
                          : '没有符合条件的行'
                    }
                  />
                }
                testId="check-grid"
              />
            )}
          </Measured>
        </div>
        <RowPanel
          page={page}
          row={rows.current}
          onMend={(row, column, next) => void mend(row, column, next)}
          onDecide={(key, value) => void decide([{ key, value }])}
          onOut={(row, out) => void leaveOut([row.index], out)}
        />
      </Flex>
    </>
  )
}

/** Step 2: all rows, checked against the rules and the data as it is now. */
export const CheckStep = (props: { readonly session: Session }) => {
  const { session } = props
  const planned = session.preview !== null
  return (
    <Flex vertical gap={12} style={{ flex: 1, minHeight: 0 }}>
      <StepHead
        session={session}
        retry={
          <Button size="small" onClick={() => void planAgain()}>
            重新检查
          </Button>
        }
        actions={
          <>
            <GiveUpButton session={session} />
            <Button onClick={() => void goTo('columns')} data-testid="import-back">
              上一步
            </Button>
            <Button
              type="primary"
              disabled={!planned}
              onClick={() => void goTo('plan')}
              data-testid="import-to-plan"
            >
              下一步：看计划
            </Button>
          </>
        }
      />
      {planned ? <CheckRows session={session} /> : null}
    </Flex>
  )
}
