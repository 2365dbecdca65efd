import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { TreeFilter } from '../../../shared/requests/units.ts'
import { outlineOf } from './outline-model.ts'
import { PastTree } from './past-tree.tsx'
import { TreeChosen } from './tree-chosen.tsx'
import { TreeDays } from './tree-days.tsx'
import { TreeFilters } from './tree-filters.tsx'
import { TreeList } from './tree-list.tsx'
import { TreeMenu } from './tree-menu.tsx'
import { useActiveRow } from './use-active-row.ts'
import { useShownTree } from './use-shown-tree.ts'
import { useTreeDrag } from './use-tree-drag.ts'
import { useTreeMoves } from './use-tree-moves.ts'

const nothing = outlineOf([])

/** The tree with its filters. A unit chosen elsewhere is unfolded and scrolled to. */
export const TreePane = (props: {
  readonly selected: string | null
  readonly filter: TreeFilter
  readonly onFilter: (filter: TreeFilter) => void
  readonly onSelect: (id: string) => void
  readonly onCreateRoot: () => void
}) => {
  const { selected } = props
  const [asOf, setAsOf] = useState<string | null>(null)
  const shown = useShownTree(selected, props.filter)
  const outline = shown.outline ?? nothing
  const [active, setActive] = useActiveRow(selected)
  const moving = useTreeMoves(outline, active)
  const drag = useTreeDrag(outline, moving.chosen, moving.move, (id) => shown.fold(id, true))

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
      <TreeMenu outline={outline} moving={moving} onSelect={props.onSelect}>
        <TreeList
          outline={shown.outline}
          error={shown.error}
          rows={shown.rows}
          selected={selected}
          active={active}
          onActive={setActive}
          empty="没有符合条件的组织"
          moving={moving}
          onSelect={props.onSelect}
          onFold={shown.fold}
        />
      </TreeMenu>
      <Button type="text" size="small" icon={<PlusOutlined />} onClick={props.onCreateRoot} block>
        新建街道党工委
      </Button>
    </div>
  )
}
