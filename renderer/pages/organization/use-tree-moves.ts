import { App } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { UnitNode } from '../../../shared/models/unit.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { useEdit } from '../../hooks/edit.tsx'
import type { Outline } from './outline-model.ts'
import { type Drop, dropProblem, stepOf } from './tree-drop.ts'

/** Several units chosen in the tree, and their moves, of the active row by its keys: by drag, by Ctrl+X and Ctrl+V, by Alt and an arrow. */
export const useTreeMoves = (outline: Outline, active: string | null) => {
  const { message } = App.useApp()
  const { run } = useEdit('unit.move')
  const [several, setSeveral] = useState(false)
  const [checked, setChecked] = useState<readonly string[]>([])
  const [cut, setCut] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState(false)

  // What is chosen stays so when its row is folded away or filtered out.
  const seen = useRef(new Map<string, UnitNode>())
  for (const id of [...checked, ...cut]) {
    const unit = outline.byId.get(id)
    if (unit !== undefined) seen.current.set(id, unit)
  }
  const nodesOf = (ids: readonly string[]): readonly UnitNode[] =>
    ids.flatMap((id) => outline.byId.get(id) ?? seen.current.get(id) ?? [])
  /** The checked units when `id` is one of them, else that unit alone. */
  const chosen = (id: string): readonly UnitNode[] =>
    nodesOf(several && checked.includes(id) ? checked : [id])

  const move = async (units: readonly UnitNode[], drop: Drop): Promise<void> => {
    const problem = dropProblem(outline, units, drop)
    if (problem !== null) {
      message.warning(`没有移动：${problem}`)
      return
    }
    const said = units.length === 1 ? `已移动“${units[0]?.name ?? ''}”` : `已移动 ${units.length} 个组织`
    const moved = units.map(({ id, version }) => ({ id, version }))
    await run({ units: moved, ...drop, on: dayOf(new Date()) }, said)
  }

  const check = (id: string) =>
    setChecked((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]))
  const paste = (parentId: string) => {
    setCut([])
    void move(nodesOf(cut), { parentId, beside: null })
  }
  const step = (id: string, by: -1 | 1) => {
    const drop = stepOf(outline, id, by)
    if (drop !== null) void move(nodesOf([id]), drop)
  }
  const current = active === null ? [] : chosen(active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return
    const key = event.key.toLowerCase()
    const take = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.altKey && (key === 'arrowup' || key === 'arrowdown') && active !== null) {
      take()
      step(active, key === 'arrowup' ? -1 : 1)
    } else if (event.ctrlKey && key === 'x' && current.length > 0) {
      take()
      setCut(current.map((unit) => unit.id))
    } else if (event.ctrlKey && key === 'v' && cut.length > 0 && active !== null) {
      take()
      paste(active)
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
    checked: new Set(checked) as ReadonlySet<string>,
    check,
    checkedUnits: nodesOf(checked),
    isCut: (id: string) => cut.includes(id),
    cutCount: cut.length,
    cutOut: (id: string) => setCut(chosen(id).map((unit) => unit.id)),
    paste,
    step,
    current,
    choosing,
    setChoosing,
    chosen,
    move,
    onKeyDown,
  }
}
export type TreeMoves = ReturnType<typeof useTreeMoves>
