import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { flatten } from './outline-model.ts'
import { TreeList } from './tree-list.tsx'
import { useActiveRow } from './use-active-row.ts'
import { useOutline } from './use-outline.ts'
import { useUnfolded } from './use-unfolded.ts'

/** The organization as it was on a day: read, not changed. */
export const PastTree = (props: {
  readonly asOf: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onBack: () => void
}) => {
  const [active, setActive] = useActiveRow(props.selected)
  const { open, fold } = useUnfolded(props.selected, props.asOf)
  const { outline, error } = useOutline(props.asOf, open)
  const rows = useMemo(
    () =>
      outline === null
        ? []
        : flatten(
            outline,
            (id) => open.has(id),
            (row) => row.childCount > 0,
          ),
    [outline, open],
  )
  return (
    <>
      <Alert
        type="info"
        title={`截至 ${props.asOf} 的组织（右侧是今天的资料）`}
        action={
          <Button size="small" onClick={props.onBack} data-testid="past-back">
            回到今天
          </Button>
        }
        data-testid="past-band"
      />
      <div style={{ flex: 1, minHeight: 0 }} data-testid="past-tree">
        <TreeList
          outline={outline}
          error={error}
          rows={rows}
          selected={props.selected}
          active={active}
          onActive={setActive}
          empty="那一天还没有组织"
          moving={null}
          onSelect={props.onSelect}
          onFold={fold}
        />
      </div>
    </>
  )
}
