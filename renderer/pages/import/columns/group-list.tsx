import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button, Checkbox, Flex, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import type { ImportFound, SheetFound } from '../../../../shared/models/import.ts'
import { inRow } from '../../../components/virtual-table.tsx'
import type { Group } from '../session/arrangement.ts'
import { SureTag } from '../sure-tag.tsx'
import { count, tableLabel } from '../words.ts'
import './group-list.css'

const SheetLine = (props: {
  readonly sheet: SheetFound
  readonly found: ImportFound
  readonly onUse: (used: boolean) => void
}) => {
  const { sheet, found } = props
  const before = found.importedBefore[sheet.file] ?? null
  const file = found.files[sheet.file]?.name ?? ''
  return (
    <Flex align="center" gap={6} className="group-sheet">
      <Checkbox
        checked={sheet.used}
        disabled={sheet.table === null}
        onChange={(event) => props.onUse(event.target.checked)}
        aria-label={`导入工作表“${sheet.sheet}”`}
      />
      <Tooltip title={`${file} · ${sheet.sheet}`} mouseEnterDelay={0.5}>
        <span className="cut" style={{ flex: 1, minWidth: 0 }}>
          {found.files.length > 1 ? `${sheet.sheet} · ${file}` : sheet.sheet}
        </span>
      </Tooltip>
      {sheet.community === null || sheet.community === sheet.sheet ? null : (
        <Tooltip title={`整张表的社区：${sheet.community}`}>
          <Tag style={{ ...inRow, margin: 0 }}>{sheet.community}</Tag>
        </Tooltip>
      )}
      {sheet.hidden ? <Tag style={{ ...inRow, margin: 0 }}>隐藏的表</Tag> : null}
      {sheet.hiddenRows === 0 ? null : (
        <Tooltip title={`有 ${count(sheet.hiddenRows)} 行在文件里被隐藏或筛掉，也会一起导入。`}>
          <Tag color="warning" style={{ ...inRow, margin: 0 }}>
            隐藏 {count(sheet.hiddenRows)} 行
          </Tag>
        </Tooltip>
      )}
      {before === null ? null : (
        <Tooltip title={`内容完全相同的文件在 ${before.slice(0, 10)} 导入过。`}>
          <Tag color="warning" style={{ ...inRow, margin: 0 }}>
            已导入过
          </Tag>
        </Tooltip>
      )}
      <Typography.Text type="secondary" className="nowrap">
        {count(sheet.dataRows)} 行
      </Typography.Text>
    </Flex>
  )
}

/** The ledgers found, each with its sheets; one is chosen to look at its columns. */
export const GroupList = (props: {
  readonly found: ImportFound
  readonly groups: readonly Group[]
  readonly chosen: string | null
  readonly onChoose: (group: Group) => void
  readonly onUse: (sheets: readonly number[], used: boolean) => void
}) => {
  const { found, groups } = props
  // Few sheets are shown at once; a sheet for each of many communities is folded.
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({})
  return (
    <div className="group-list" data-testid="import-groups">
      {groups.map((group) => {
        const open = !(folded[group.key] ?? group.sheets.length > 6)
        const single = group.sheets[0]?.sheet ?? ''
        return (
          <div
            key={group.key}
            className={`group${group.key === props.chosen ? ' chosen' : ''}`}
            data-testid="import-group"
          >
            <Flex align="center" gap={6}>
              <Checkbox
                checked={group.used === 'all'}
                indeterminate={group.used === 'some'}
                disabled={group.table === null}
                onChange={(event) =>
                  props.onUse(
                    group.sheets.map((sheet) => sheet.index),
                    event.target.checked,
                  )
                }
                aria-label={`导入${tableLabel(group.table)}`}
              />
              <button
                type="button"
                className="group-name cut"
                aria-pressed={group.key === props.chosen}
                onClick={() => props.onChoose(group)}
              >
                {group.table === null ? `${single}（没有认出）` : tableLabel(group.table)}
              </button>
              {group.table === null ? null : <SureTag sure={group.sure} />}
              <Button
                type="text"
                size="small"
                icon={open ? <CaretDownOutlined /> : <CaretRightOutlined />}
                aria-label={open ? '收起工作表' : '展开工作表'}
                aria-expanded={open}
                onClick={() => setFolded({ ...folded, [group.key]: open })}
              />
            </Flex>
            <Typography.Text type="secondary" style={{ paddingLeft: 24 }}>
              {count(group.sheets.length)} 个工作表，{count(group.rows)} 行
              {group.missing ? <Typography.Text type="danger">，缺必填列</Typography.Text> : null}
            </Typography.Text>
            {open
              ? group.sheets.map((sheet) => (
                  <SheetLine
                    key={sheet.index}
                    sheet={sheet}
                    found={found}
                    onUse={(used) => props.onUse([sheet.index], used)}
                  />
                ))
              : null}
          </div>
        )
      })}
    </div>
  )
}
