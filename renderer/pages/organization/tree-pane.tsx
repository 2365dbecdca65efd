import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty, Tree } from 'antd'
import { type ComponentRef, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Measured } from '../../components/measured.tsx'
import { PastTree } from './past-tree.tsx'
import { TreeChosen } from './tree-chosen.tsx'
import { TreeDays } from './tree-days.tsx'
import { TreeFilters } from './tree-filters.tsx'
import {
  ancestorsOf,
  filterTree,
  isFiltering,
  type Tree as Model,
  type TreeFilter,
  type TreeItem,
} from './tree-model.ts'
import { TreeTitle } from './tree-title.tsx'
import { useTreeDrag } from './use-tree-drag.ts'
import { useTreeMoves } from './use-tree-moves.ts'

/** What antd's Tree is given: the item travels with its key. */
interface Row {
  readonly key: string
  readonly item: TreeItem
  readonly children: Row[]
}
const rowOf = (item: TreeItem): Row => ({ key: item.node.id, item, children: item.children.map(rowOf) })

/** The tree with its filters. A unit chosen elsewhere is unfolded and scrolled to. */
export const TreePane = (props: {
  readonly tree: Model
  readonly selected: string | null
  readonly filter: TreeFilter
  readonly onFilter: (filter: TreeFilter) => void
  readonly onSelect: (id: string) => void
  readonly onCreateRoot: () => void
}) => {
  const { tree, selected } = props
  const moving = useTreeMoves(tree, selected)
  const [asOf, setAsOf] = useState<string | null>(null)
  const filter = useDeferredValue(props.filter)
  const shown = useMemo(() => filterTree(tree.roots, filter), [tree, filter])
  const rows = useMemo(() => shown.roots.map(rowOf), [shown])
  const [open, setOpen] = useState<readonly string[]>(() => tree.roots.map((root) => root.node.id))
  const first = useRef<string | null>(null)
  first.current = rows[0]?.key ?? null
  const drag = useTreeDrag(tree, moving.chosen, moving.move, (id) =>
    setOpen((before) => (before.includes(id) ? before : [...before, id])),
  )
  const view = useRef<ComponentRef<typeof Tree<Row>>>(null)

  useEffect(() => {
    if (isFiltering(filter)) setOpen(shown.open)
  }, [filter, shown])

  useEffect(() => {
    if (isFiltering(filter)) view.current?.scrollTo({ key: first.current ?? '', align: 'top' })
  }, [filter])

  // The arrow keys go on from the row that was clicked or opened from elsewhere.
  const [active, setActive] = useState(selected)
  useEffect(() => setActive(selected), [selected])

  const known = selected !== null && tree.byId.has(selected)
  // Only a new selection unfolds; folding a node by hand must not be undone by a change of the data.
  const unfold = useRef(tree)
  unfold.current = tree
  useEffect(() => {
    if (selected === null || !known) return
    const above = ancestorsOf(unfold.current, selected)
    setOpen((before) => [...new Set([...before, ...above])])
    const timer = setTimeout(() => view.current?.scrollTo({ key: selected, align: 'auto' }), 60)
    return () => clearTimeout(timer)
  }, [selected, known])

  const days = <TreeDays asOf={asOf} onAsOf={setAsOf} />
  if (asOf !== null) {
    return (
      <div className="tree-pane" data-testid="tree">
        {days}
        <PastTree asOf={asOf} selected={selected} onSelect={props.onSelect} onBack={() => setAsOf(null)} />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree inside takes the focus; these are its further keys.
    <div
      className="tree-pane"
      data-testid="tree"
      onKeyDown={moving.onKeyDown}
      onDragStart={drag.onDragStart}
      onDragOver={drag.onDragOver}
      onDrop={drag.onDrop}
      onDragEnd={drag.onDragEnd}
    >
      {days}
      <TreeFilters filter={props.filter} found={shown.found} onChange={props.onFilter} />
      <TreeChosen moving={moving} />
      {drag.mark !== null &&
        (drag.mark.refusal === null ? (
          <div className="tree-drop" style={drag.mark.style} />
        ) : (
          <div className="tree-refusal" style={drag.mark.style} data-testid="tree-refusal">
            {drag.mark.refusal}
          </div>
        ))}
      <div style={{ flex: 1, minHeight: 0 }}>
        {rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的组织" />
        ) : (
          <Measured>
            {({ height }) => (
              <Tree<Row>
                ref={view}
                treeData={rows}
                height={height}
                virtual
                blockNode
                // A moving node cannot be scrolled to, and the tree answers at once without.
                motion={false}
                expandAction="doubleClick"
                expandedKeys={[...open]}
                onExpand={(keys) => setOpen(keys.map(String))}
                activeKey={active}
                onActiveChange={(key) => setActive(key === null ? null : String(key))}
                selectedKeys={selected === null ? [] : [selected]}
                onSelect={(_, { node }) => {
                  setActive(node.key)
                  props.onSelect(node.key)
                }}
                checkable={moving.several}
                checkStrictly
                checkedKeys={[...moving.checked]}
                onCheck={(keys) => moving.check((Array.isArray(keys) ? keys : keys.checked).map(String))}
                titleRender={(row) => <TreeTitle item={row.item} cut={moving.isCut(row.key)} />}
              />
            )}
          </Measured>
        )}
      </div>
      <Button type="text" size="small" icon={<PlusOutlined />} onClick={props.onCreateRoot} block>
        新建街道党工委
      </Button>
    </div>
  )
}
