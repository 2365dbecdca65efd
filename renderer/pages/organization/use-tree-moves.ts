import { App } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { TreeNode } from '../../../shared/models/organization.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { type Drop, dropProblem, stepOf } from './tree-drop.ts'
import type { Tree } from './tree-model.ts'

/** Several units chosen in the tree, and their moves: by drag, by Ctrl+X and Ctrl+V, by Alt and an arrow. */
export const useTreeMoves = (tree: Tree, selected: string | null) => {
  const { message } = App.useApp()
  const { run } = useEdit('unit.move')
  const [several, setSeveral] = useState(false)
  const [checked, setChecked] = useState<readonly string[]>([])
  const [cut, setCut] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState(false)

  const nodesOf = (ids: readonly string[]): readonly TreeNode[] =>
    ids.flatMap((id) => tree.byId.get(id)?.node ?? [])
  /** The checked units when `id` is one of them, else that unit alone. */
  const chosen = (id: string): readonly TreeNode[] =>
    nodesOf(several && checked.includes(id) ? checked : [id])

  const move = async (units: readonly TreeNode[], drop: Drop): Promise<void> => {
    const problem = dropProblem(tree, units, drop)
    if (problem !== null) {
      message.warning(`没有移动：${problem}`)
      return
    }
    const said = units.length === 1 ? `已移动“${units[0]?.name ?? ''}”` : `已移动 ${units.length} 个组织`
    const moved = units.map(({ id, version }) => ({ id, version }))
    await run({ units: moved, ...drop, on: dayOf(new Date()) }, said)
  }

  const current = selected === null ? [] : chosen(selected)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return
    const key = event.key.toLowerCase()
    const take = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.altKey && (key === 'arrowup' || key === 'arrowdown') && selected !== null) {
      take()
      const drop = stepOf(tree, selected, key === 'arrowup' ? -1 : 1)
      if (drop !== null) void move(nodesOf([selected]), drop)
    } else if (event.ctrlKey && key === 'x' && current.length > 0) {
      take()
      setCut(current.map((unit) => unit.id))
    } else if (event.ctrlKey && key === 'v' && cut.length > 0 && selected !== null) {
      take()
      setCut([])
      void move(nodesOf(cut), { parentId: selected, before: null })
    } else if (event.ctrlKey && key === 'm' && current.length > 0) {
      take()
      setChoosing(true)
    } else if (key === 'escape' && cut.length > 0) {
      take()
      setCut([])
    }
  }

  return {
    several,
    setSeveral: (on: boolean) => {
      setSeveral(on)
      setChecked([])
    },
    checked,
    check: setChecked,
    checkedUnits: nodesOf(checked),
    isCut: (id: string) => cut.includes(id),
    current,
    choosing,
    setChoosing,
    chosen,
    move,
    onKeyDown,
  }
}
export type TreeMoves = ReturnType<typeof useTreeMoves>
