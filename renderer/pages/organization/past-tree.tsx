import { Alert, Button, Empty, Skeleton, Tree } from 'antd'
import { useState } from 'react'
import type { TreeRow } from '../../../shared/models/reorganization.ts'
import { call } from '../../api.ts'
import { Failed } from '../../components/failed.tsx'
import { Measured } from '../../components/measured.tsx'
import { UnitIcon } from '../../components/unit-icon.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

interface Row {
  readonly key: string
  readonly unit: TreeRow
  readonly isLeaf: boolean
  readonly children?: Row[]
}

const rowOf = (unit: TreeRow): Row => ({ key: unit.id, unit, isLeaf: unit.childCount === 0 })

const withChildren = (rows: readonly Row[], key: string, children: Row[]): Row[] =>
  rows.map((row) => {
    if (row.key === key) return { ...row, children }
    return row.children === undefined ? row : { ...row, children: withChildren(row.children, key, children) }
  })

const LoadedPast = (props: {
  readonly roots: readonly TreeRow[]
  readonly asOf: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}) => {
  const [rows, setRows] = useState(() => props.roots.map(rowOf))
  const load = async (key: string) => {
    const children = await call('tree.children', { parentId: key, asOf: props.asOf })
    setRows((before) => withChildren(before, key, children.map(rowOf)))
  }
  if (rows.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="那一天还没有组织" />
  }
  return (
    <Measured>
      {({ height }) => (
        <Tree<Row>
          treeData={rows}
          height={height}
          virtual
          blockNode
          motion={false}
          loadData={({ key }) => load(String(key))}
          selectedKeys={props.selected === null ? [] : [props.selected]}
          onSelect={(_, { node }) => props.onSelect(node.key)}
          titleRender={({ unit }) => (
            <span className="tree-row" data-testid={`past-${unit.id}`} data-unit-name={unit.name}>
              <UnitIcon kind={unit.kind} />
              <span className="cut tree-name" title={unit.name}>
                {unit.name}
              </span>
              {unit.dissolvedOn !== null && <span className="tree-gone">已撤销</span>}
              {unit.childCount > 0 && <span className="tree-count">{unit.childCount}</span>}
            </span>
          )}
        />
      )}
    </Measured>
  )
}

/** The organization as it was on a day: read, not changed. Children are read when they are unfolded. */
export const PastTree = (props: {
  readonly asOf: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onBack: () => void
}) => {
  const roots = useRequest('tree.children', { parentId: null, asOf: props.asOf })
  return (
    <>
      <Alert
        type="info"
        title={`截至 ${props.asOf} 的组织`}
        action={
          <Button size="small" onClick={props.onBack} data-testid="past-back">
            回到今天
          </Button>
        }
        data-testid="past-band"
      />
      <div style={{ flex: 1, minHeight: 0 }} data-testid="past-tree">
        {roots.isError && <Failed sentence={sentenceOf(roots.error)} />}
        {roots.data === undefined ? (
          <Skeleton active />
        ) : (
          <LoadedPast
            key={props.asOf}
            roots={roots.data}
            asOf={props.asOf}
            selected={props.selected}
            onSelect={props.onSelect}
          />
        )}
      </div>
    </>
  )
}
