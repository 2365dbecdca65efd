import { Table } from 'antd'
import { useMemo, useState } from 'react'
import type { FundingMatrix, FundSource } from '../../../shared/models/funding.ts'
import { VirtualTable } from '../../components/virtual-table.tsx'
import { AmountCell } from './amount-cell.tsx'
import { fundingPath } from './funding-route.ts'
import { leafGroups, type MatrixView, matrixColumns, matrixWidth, totalsFor } from './matrix-columns.tsx'
import { type MatrixLine, rateText, sumsBySource } from './matrix-lines.ts'

/** Two header rows and the 合计 row, in CSS pixels. */
const aroundBody = 100

/** 预算矩阵: communities with their branches, one group of columns a source, 合计 fixed at the bottom. */
export const MatrixTable = (props: {
  readonly matrix: FundingMatrix
  readonly lines: readonly MatrixLine[]
  readonly sources: readonly FundSource[]
  readonly view: MatrixView
}) => {
  const { matrix, lines, sources, view } = props
  const whole = useMemo(
    () => ({ bySource: sumsBySource(matrix.rows, matrix.sources), total: matrix.total }),
    [matrix],
  )
  const groups = useMemo(() => leafGroups(sources, view, whole), [sources, view, whole])
  const columns = useMemo(() => matrixColumns(groups), [groups])
  // The folded ones are kept, not the open ones: communities that come in later are open.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const fold = (open: boolean, line: MatrixLine) => {
    const next = new Set(folded)
    if (open) next.delete(line.key)
    else next.add(line.key)
    setFolded(next)
  }
  const leaves = groups.flatMap((group) => group.leaves)
  return (
    <VirtualTable
      // Columns of another view are another table: the virtual body keeps widths by position.
      key={view}
      bordered
      columns={columns}
      rows={lines}
      minWidth={matrixWidth(groups)}
      around={aroundBody}
      expandable={{
        expandedRowKeys: lines.map((line) => line.key).filter((key) => !folded.has(key)),
        onExpand: fold,
        indentSize: 12,
      }}
      rowClassName={(line) => (line.kind === 'community' ? 'funding-subtotal' : '')}
      emptyText="没有符合条件的社区或党支部，请换一个词。"
      testId="funding-matrix"
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row className="funding-subtotal">
            <Table.Summary.Cell index={0}>合计（{matrix.rows.length} 个支部）</Table.Summary.Cell>
            {leaves.map((leaf, index) => {
              const totals = totalsFor(whole, leaf)
              return (
                <Table.Summary.Cell key={leaf.key} index={index + 1} align="right">
                  {leaf.measure === null ? (
                    <span style={{ paddingInlineEnd: leaf.last === true ? 12 : 0 }}>{rateText(totals)}</span>
                  ) : (
                    <AmountCell
                      fen={totals[leaf.measure]}
                      href={fundingPath('ledger', null, leaf.sourceId)}
                    />
                  )}
                </Table.Summary.Cell>
              )
            })}
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  )
}
