import { Alert, Button, Empty, Flex, Tooltip } from 'antd'
import { useMemo } from 'react'
import { describeError } from '../../../../shared/messages.ts'
import type { SheetChoice } from '../../../../shared/models/import.ts'
import { GiveUpButton } from '../give-up-button.tsx'
import { arrange } from '../session/arrange.ts'
import { groupsOf, shownSheets } from '../session/arrangement.ts'
import { chooseFiles } from '../session/begin.ts'
import { goTo } from '../session/plan.ts'
import { change, type Session } from '../session/stage.ts'
import { StepHead } from '../step-head.tsx'
import { fieldTitles } from '../words.ts'
import { ColumnTable } from './column-table.tsx'
import { GroupList } from './group-list.tsx'
import { SheetHead } from './sheet-head.tsx'
import { SheetSettings } from './sheet-settings.tsx'

/** Step 1, after the files were read: which ledger each sheet is, and which column is what. */
export const ColumnsStep = (props: { readonly session: Session }) => {
  const { session } = props
  const { found, choices } = session
  const shown = useMemo(() => shownSheets(found.sheets, choices, fieldTitles), [found, choices])
  const groups = useMemo(() => groupsOf(shown), [shown])
  const sheet = shown.find((one) => one.index === session.sheet) ?? shown[0]
  const group = groups.find((one) => one.key === sheet?.group)
  const members = group?.sheets.map((one) => one.index) ?? []
  const header = choices.find((choice) => choice.sheet === sheet?.index)?.header ?? null
  const used = shown.filter((one) => one.used)
  const reason =
    used.length === 0
      ? '请先勾选要导入的工作表'
      : used.some((one) => one.table === null)
        ? '有工作表还没有选择台账'
        : null
  const set = (part: Omit<SheetChoice, 'sheet'>) => arrange(members, part)
  /** One field has one column: the column that had it before is used no more. */
  const setField = (column: number, field: string | null) => {
    const before = field === null ? undefined : sheet?.columns.find((one) => one.field === field)
    set({
      columns: {
        ...(before === undefined || before.index === column ? {} : { [before.index]: null }),
        [column]: field,
      },
    })
  }

  return (
    <Flex vertical gap={12} style={{ flex: 1, minHeight: 0 }}>
      <StepHead
        session={session}
        actions={
          <>
            <GiveUpButton session={session} />
            <Button onClick={() => void chooseFiles()}>另选文件</Button>
            <Tooltip title={reason}>
              <Button
                type="primary"
                autoFocus
                disabled={reason !== null}
                onClick={() => void goTo('check')}
                data-testid="import-to-check"
              >
                下一步：检查
              </Button>
            </Tooltip>
          </>
        }
      />
      {found.failed.map(({ name, code, facts }) => (
        <Alert
          key={name}
          showIcon
          type="error"
          title={`${describeError(code, facts)}其余文件照常导入。`}
          style={{ flex: 'none' }}
          data-testid="import-failed-file"
        />
      ))}
      <Flex gap={12} style={{ flex: 1, minHeight: 0 }}>
        <GroupList
          found={found}
          groups={groups}
          chosen={group?.key ?? null}
          onChoose={(one) => change(found.sessionId, { sheet: one.sheets[0]?.index ?? session.sheet })}
          onUse={(sheets, use) => arrange(sheets, { used: use })}
        />
        {sheet === undefined ? (
          <Empty style={{ flex: 1 }} description="文件里没有工作表" />
        ) : (
          <Flex vertical gap={8} style={{ flex: 1, minWidth: 0 }}>
            <SheetSettings
              key={sheet.index}
              sheet={sheet}
              header={header}
              onTable={(table) => set({ table, used: true })}
              onHeader={(rows) => set({ header: rows })}
              onConstant={(field, text) => set({ constants: { [field]: text } })}
            />
            <div style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
              {sheet.table === null && sheet.head.length > 0 ? (
                <SheetHead head={sheet.head} />
              ) : (
                <ColumnTable sheet={sheet} onField={setField} />
              )}
            </div>
          </Flex>
        )}
      </Flex>
    </Flex>
  )
}
