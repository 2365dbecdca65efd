import { WarningFilled } from '@ant-design/icons'
import { memo } from 'react'
import { unitKindLabels } from '../../../shared/labels.ts'
import { UnitIcon } from '../../components/unit-icon.tsx'
import { countedKind, type TreeItem } from './tree-model.ts'

/** One row of the tree: icon, name, how many stand below, and how many of them lack something. */
export const TreeTitle = memo((props: { readonly item: TreeItem; readonly cut: boolean }) => {
  const { node, count, warnings } = props.item
  const counted = countedKind[node.kind]
  return (
    <span
      className={props.cut ? 'tree-row tree-cut' : 'tree-row'}
      data-testid={`tree-${node.id}`}
      data-unit-name={node.name}
      data-unit-id={node.id}
      draggable
    >
      <UnitIcon kind={node.kind} />
      <span className="cut tree-name" title={node.name}>
        {node.name}
      </span>
      {warnings > 0 && (
        <span className="tree-warning" title={`${warnings} 个组织有缺项`}>
          <WarningFilled /> {warnings}
        </span>
      )}
      {counted !== null && count > 0 && (
        <span className="tree-count" title={`下设${unitKindLabels[counted]} ${count} 个`}>
          {count}
        </span>
      )}
    </span>
  )
})
