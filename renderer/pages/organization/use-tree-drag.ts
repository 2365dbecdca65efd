import { type CSSProperties, type DragEvent, useRef, useState } from 'react'
import type { TreeNode } from '../../../shared/models/organization.ts'
import { type Drop, dropOf, dropProblem } from './tree-drop.ts'
import type { Tree } from './tree-model.ts'

interface Keyed {
  readonly key: string
}

/** Above, onto or below a row, as the tree says it. */
const placeOf = (position: number): -1 | 0 | 1 => (position < 0 ? -1 : position > 0 ? 1 : 0)

/** Dragging rows of the tree: where they may fall, and why not, near the pointer. */
export const useTreeDrag = (
  tree: Tree,
  chosen: (id: string) => readonly TreeNode[],
  move: (units: readonly TreeNode[], drop: Drop) => Promise<void>,
) => {
  const dragged = useRef<readonly TreeNode[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pointer, setPointer] = useState({ x: 0, y: 0 })
  const refusalPlace: CSSProperties = { left: pointer.x + 14, top: pointer.y + 18 }

  return {
    refusal,
    refusalPlace,
    begin: (key: string) => {
      dragged.current = chosen(key)
    },
    end: () => {
      dragged.current = []
      setRefusal(null)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current.length > 0) setPointer({ x: event.clientX, y: event.clientY })
    },
    /** Asked while the pointer moves; the reason is shown when the tree has done with its own drawing. */
    allowDrop: ({ dropNode, dropPosition }: { readonly dropNode: Keyed; readonly dropPosition: number }) => {
      const drop = dropOf(tree, dropNode.key, placeOf(dropPosition))
      const problem = dropProblem(tree, dragged.current, drop)
      queueMicrotask(() => setRefusal(problem))
      return problem === null
    },
    drop: (info: {
      readonly node: Keyed & { readonly pos: string }
      readonly dropPosition: number
      readonly dropToGap: boolean
    }) => {
      // The tree counts places among siblings; less the place of the row itself, it says above or below.
      const own = Number(info.node.pos.split('-').at(-1))
      const at = info.dropToGap ? placeOf(info.dropPosition - own) : 0
      const units = dragged.current
      dragged.current = []
      setRefusal(null)
      void move(units, dropOf(tree, info.node.key, at))
    },
  }
}
