import { type CSSProperties, type DragEvent, useRef, useState } from 'react'
import type { UnitNode } from '../../../shared/models/unit.ts'
import type { Outline } from './outline-model.ts'
import { type Drop, dropOf, dropProblem } from './tree-drop.ts'

/** What is drawn while something is dragged: where it would fall, or near the pointer why it cannot. */
export interface DragMark {
  readonly refusal: string | null
  readonly style: CSSProperties
}

interface Target {
  readonly drop: Drop
  readonly problem: string | null
  readonly style: CSSProperties
}

/** Milliseconds over a folded row until it unfolds. */
const unfoldAfter = 600

/** The row under the pointer, and the id of its unit. */
const rowUnder = (event: DragEvent): { readonly id: string; readonly box: DOMRect } | null => {
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
  const id = row?.getAttribute('data-row') ?? null
  return row === null || id === null ? null : { id, box: row.getBoundingClientRect() }
}

const lineOf = (box: DOMRect, at: -1 | 0 | 1): CSSProperties =>
  at === 0
    ? { left: box.left, top: box.top, width: box.width, height: box.height }
    : { left: box.left, top: (at === -1 ? box.top : box.bottom) - 1, width: box.width, height: 2 }

/**
 * Dragging rows of the tree with the mouse: onto a row, or between two. In the middle of a row it falls onto it, near
 * the edges beside it; where only one of the two is allowed, that one is meant.
 */
export const useTreeDrag = (
  outline: Outline,
  chosen: (id: string) => readonly UnitNode[],
  move: (units: readonly UnitNode[], drop: Drop) => Promise<void>,
  unfold: (id: string) => void,
) => {
  const dragged = useRef<readonly UnitNode[]>([])
  const hovered = useRef({ id: '', timer: 0 })
  const [mark, setMark] = useState<DragMark | null>(null)

  const targetOf = (event: DragEvent): Target | null => {
    const row = rowUnder(event)
    if (row === null) return null
    const share = (event.clientY - row.box.top) / row.box.height
    const beside = share < 0.5 ? -1 : 1
    const first = share < 0.28 || share > 0.72 ? beside : 0
    const other = first === 0 ? beside : 0
    const tried = ([first, other] as const).map((at) => {
      const drop = dropOf(outline, row.id, at)
      return { drop, problem: dropProblem(outline, dragged.current, drop), style: lineOf(row.box, at) }
    })
    return tried.find((target) => target.problem === null) ?? tried[0] ?? null
  }
  const hover = (id: string) => {
    if (hovered.current.id === id) return
    window.clearTimeout(hovered.current.timer)
    hovered.current = { id, timer: id === '' ? 0 : window.setTimeout(() => unfold(id), unfoldAfter) }
  }
  const end = () => {
    dragged.current = []
    hover('')
    setMark(null)
  }

  return {
    mark,
    onDragStart: (event: DragEvent) => {
      const row = rowUnder(event)
      if (row === null) return
      dragged.current = chosen(row.id)
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current.length === 0) return
      const target = targetOf(event)
      hover(rowUnder(event)?.id ?? '')
      if (target === null) return setMark(null)
      if (target.problem === null) {
        event.preventDefault()
        return setMark({ refusal: null, style: target.style })
      }
      return setMark({
        refusal: target.problem,
        style: { left: event.clientX + 14, top: event.clientY + 18 },
      })
    },
    onDrop: (event: DragEvent) => {
      const target = targetOf(event)
      const units = dragged.current
      end()
      if (target === null || units.length === 0) return
      event.preventDefault()
      void move(units, target.drop)
    },
    onDragEnd: end,
  }
}
