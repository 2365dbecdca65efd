import { Dropdown, type MenuProps } from 'antd'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { unitKindLabels } from '../../../shared/labels.ts'
import type { TreeRow } from '../../../shared/models/reorganization.ts'
import { childKinds } from './child-kinds.ts'
import type { Outline } from './outline-model.ts'
import type { TreeMoves } from './use-tree-moves.ts'

type Item = NonNullable<MenuProps['items']>[number]

/** What can be done with one row. What needs a form opens with the unit on the right (`?do=`, see UnitHead). */
const itemsOf = (unit: TreeRow, moving: TreeMoves): Item[] => {
  const [firstKind] = childKinds(unit.kind)
  const item = (key: string, label: string, extra?: string): Item => ({
    key,
    label: <span data-testid={`tree-menu-${key}`}>{label}</span>,
    ...(extra === undefined ? {} : { extra }),
  })
  return [
    item('open', '打开', 'Enter'),
    ...(firstKind === undefined ? [] : [item('create', `新建${unitKindLabels[firstKind]}…`)]),
    { type: 'divider' },
    item('rename', '更名…'),
    ...(unit.parentId === null ? [] : [item('move', '移动到…', 'Ctrl+M')]),
    item('up', '上移', 'Alt+↑'),
    item('down', '下移', 'Alt+↓'),
    ...(unit.parentId === null ? [] : [item('cut', '剪切', 'Ctrl+X')]),
    ...(moving.cutCount === 0 ? [] : [item('paste', '移到这个组织下', 'Ctrl+V')]),
    ...(unit.kind === 'communityCommittee' || unit.kind === 'branch' ? [item('elect', '换届…')] : []),
    ...(unit.kind === 'branch'
      ? [{ type: 'divider' as const }, item('merge', '合并到…'), item('split', '拆分…')]
      : []),
    { type: 'divider' },
    item('dissolve', '撤销组织…'),
  ]
}

/** The menu of the row under the pointer, by the right button or by the menu key on the active row. */
export const TreeMenu = (props: {
  readonly outline: Outline
  readonly moving: TreeMoves
  readonly onSelect: (id: string) => void
  readonly children: ReactNode
}) => {
  const { outline, moving } = props
  const [, navigate] = useLocation()
  const [unit, setUnit] = useState<TreeRow | null>(null)
  const [open, setOpen] = useState(false)

  const rowOf = (event: MouseEvent): TreeRow | null => {
    if (!(event.target instanceof Element)) return null
    // The menu key names the list; the row is its active one.
    const active = event.target.closest('[role=tree]')?.querySelector('.outline-active') ?? null
    const id = (event.target.closest('[data-row]') ?? active)?.getAttribute('data-row')
    return id === null || id === undefined ? null : (outline.byId.get(id) ?? null)
  }
  const choose = (key: string) => {
    if (unit === null) return
    switch (key) {
      case 'open':
        return props.onSelect(unit.id)
      case 'up':
      case 'down':
        return moving.step(unit.id, key === 'up' ? -1 : 1)
      case 'cut':
        return moving.cutOut(unit.id)
      case 'paste':
        return moving.paste(unit.id)
      default:
        return navigate(`/organization/${encodeURIComponent(unit.id)}?do=${key}`)
    }
  }
  return (
    <Dropdown
      trigger={['contextMenu']}
      autoFocus
      open={open && unit !== null}
      onOpenChange={setOpen}
      menu={{
        items: unit === null ? [] : itemsOf(unit, moving),
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          setOpen(false)
          choose(key)
        },
        style: { minWidth: 180 },
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only catches which row the menu is for. */}
      <div
        style={{ flex: 1, minHeight: 0 }}
        onContextMenu={(event) => {
          const row = rowOf(event)
          setUnit(row)
          if (row === null) event.stopPropagation()
        }}
      >
        {props.children}
      </div>
    </Dropdown>
  )
}
