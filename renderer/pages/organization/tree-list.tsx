import { Empty, Skeleton } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Failed } from '../../components/failed.tsx'
import { Measured } from '../../components/measured.tsx'
import { type OutlineHandle, OutlineList } from '../../components/outline-list.tsx'
import { sentenceOf } from '../../messages.ts'
import type { Outline, OutlineRow } from './outline-model.ts'
import { TreeTitle } from './tree-title.tsx'
import { useTreeMarks } from './use-tree-marks.ts'
import type { TreeMoves } from './use-tree-moves.ts'

/** The visible rows of the tree, of today (`moving` says what is cut and checked) or of a past day (`moving` null). */
export const TreeList = (props: {
  readonly outline: Outline | null
  readonly error: unknown
  readonly rows: readonly OutlineRow[]
  readonly selected: string | null
  /** The row that the keys act on. */
  readonly active: string | null
  readonly onActive: (id: string) => void
  readonly empty: string
  readonly moving: TreeMoves | null
  readonly onSelect: (id: string) => void
  readonly onFold: (id: string, open: boolean) => void
}) => {
  const { rows, selected, moving } = props
  const [handle, setHandle] = useState<OutlineHandle | null>(null)
  const [range, setRange] = useState({ from: 0, to: 40 })
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), [])
  const markOf = useTreeMarks(rows, range.from, range.to, moving !== null)

  const listed = useMemo(() => rows.map(({ unit, ...row }) => ({ ...row, id: unit.id, unit })), [rows])
  // A unit opened elsewhere is brought into sight once its row is there; later changes move nothing.
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (handle === null || selected === null || shown.current === selected) return
    const index = listed.findIndex((row) => row.id === selected)
    if (index < 0) return
    shown.current = selected
    handle.show(index)
  }, [handle, listed, selected])

  if (props.error !== null && props.outline === null) return <Failed sentence={sentenceOf(props.error)} />
  if (props.outline === null) return <Skeleton active />
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />
  return (
    <Measured>
      {({ height }) => (
        <OutlineList
          ref={setHandle}
          rows={listed}
          height={height}
          label="组织"
          selected={selected}
          active={props.active}
          onActive={props.onActive}
          onSelect={props.onSelect}
          onFold={props.onFold}
          onRange={onRange}
          checked={moving?.several ? moving.checked : undefined}
          onCheck={(id) => moving?.check(id)}
          render={({ unit }) => (
            <TreeTitle
              unit={unit}
              mark={moving === null ? undefined : markOf(unit.id)}
              cut={moving?.isCut(unit.id) ?? false}
              past={moving === null}
            />
          )}
        />
      )}
    </Measured>
  )
}
