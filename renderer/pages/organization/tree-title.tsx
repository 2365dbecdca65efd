import { WarningFilled } from '@ant-design/icons'
import { memo } from 'react'
import { unitKindLabels } from '../../../shared/labels.ts'
import type { TreeMark } from '../../../shared/models/organization.ts'
import type { TreeRow } from '../../../shared/models/reorganization.ts'
import { countedKind } from '../../../shared/rules/tree.ts'
import { UnitIcon } from '../../components/unit-icon.tsx'

/** One row of the tree: icon, name, how many stand below, and how many of them lack something. */
export const TreeTitle = memo(
  (props: {
    readonly unit: TreeRow
    readonly mark: TreeMark | undefined
    readonly cut: boolean
    /** Rows of a past day are read only. */
    readonly past: boolean
  }) => {
    const { unit, mark, past } = props
    const counted = countedKind[unit.kind]
    return (
      <span
        className={props.cut ? 'tree-row tree-cut' : 'tree-row'}
        data-testid={`${past ? 'past' : 'tree'}-${unit.id}`}
        data-unit-name={unit.name}
        data-unit-id={unit.id}
        draggable={!past}
      >
        <UnitIcon kind={unit.kind} />
        <span className="cut tree-name" title={unit.name}>
          {unit.name}
        </span>
        {past && unit.dissolvedOn !== null && <span className="tree-gone">已撤销</span>}
        {past && unit.childCount > 0 && <span className="tree-count">{unit.childCount}</span>}
        {mark !== undefined && mark.warnings > 0 && (
          <span className="tree-warning" title={`${mark.warnings} 个组织有缺项`}>
            <WarningFilled /> {mark.warnings}
          </span>
        )}
        {mark !== undefined && counted !== null && mark.count > 0 && (
          <span className="tree-count" title={`下设${unitKindLabels[counted]} ${mark.count} 个`}>
            {mark.count}
          </span>
        )}
      </span>
    )
  },
)
