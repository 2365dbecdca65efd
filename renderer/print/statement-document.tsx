import type { CSSProperties } from 'react'
import type { Statement, Totals } from '../../shared/models/statement.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import { executionRate } from '../../shared/rules/statement.ts'
import {
  capitalLines,
  preparedByLine,
  statementTitle,
  statementWords,
  yearLine,
} from '../../shared/rules/statement-words.ts'
import { type PlacedLine, type StatementPage, statementPages, statementSheet } from './statement-layout.ts'
import './statement-document.css'

export { statementPageCount } from './statement-layout.ts'

const mm = (length: number): string => `${length}mm`

/** The measures that the page breaks were computed with. */
const measures = {
  '--width': mm(statementSheet.width),
  '--height': mm(statementSheet.height),
  '--margin': [
    statementSheet.marginTop,
    statementSheet.marginSide,
    statementSheet.marginBottom,
    statementSheet.marginSide,
  ]
    .map(mm)
    .join(' '),
  '--head': mm(statementSheet.head),
  '--header-row': mm(statementSheet.headerRow),
  '--foot': mm(statementSheet.foot),
  '--font': mm(statementSheet.font),
  '--line': mm(statementSheet.line),
  '--cell-padding': mm(statementSheet.cellPadding),
  '--signatures': mm(statementSheet.signatures),
} as CSSProperties

const formatRate = (totals: Totals): string => {
  const rate = executionRate(totals)
  return rate === null ? '' : `${(rate * 100).toFixed(2)}%`
}

const Amounts = ({ totals }: { readonly totals: Totals }) => (
  <>
    <td className="statement-number">{formatYuan(totals.appropriatedFen)}</td>
    <td className="statement-number">{formatYuan(totals.spentFen)}</td>
    <td className="statement-number">{formatYuan(totals.balanceFen)}</td>
    <td className="statement-number">{formatRate(totals)}</td>
  </>
)

const Line = ({ placed, last }: { readonly placed: PlacedLine; readonly last: boolean }) => {
  const { line, namesCommunity } = placed
  const style = { height: mm(placed.height) }
  if (line.kind === 'subtotal') {
    return (
      <tr className="statement-subtotal" style={style}>
        <td />
        <td colSpan={2}>{line.label}</td>
        <Amounts totals={line.totals} />
      </tr>
    )
  }
  const open = `${namesCommunity ? '' : 'statement-open-above'}${last ? '' : ' statement-open-below'}`
  return (
    <tr style={style}>
      <td className="statement-index">{line.number}</td>
      <td className={open}>{namesCommunity ? line.community : ''}</td>
      <td>{line.branch}</td>
      <Amounts totals={line.totals} />
    </tr>
  )
}

const Closing = ({ statement }: { readonly statement: Statement }) => (
  <>
    <tr className="statement-total">
      <td colSpan={3}>{statementWords.total}</td>
      <Amounts totals={statement.total} />
    </tr>
    <tr className="statement-capital">
      <td colSpan={2}>{statementWords.capital}</td>
      <td colSpan={5}>
        {capitalLines(statement).map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
    </tr>
  </>
)

const Head = ({ statement }: { readonly statement: Statement }) => (
  <header className="statement-head">
    <div className="statement-form">{statementWords.formNumber}</div>
    <h1>{statementTitle(statement)}</h1>
    <div className="statement-info">
      <span>{preparedByLine(statement)}</span>
      <span>{yearLine(statement)}</span>
      <span>{statementWords.unit}</span>
    </div>
  </header>
)

const Sheet = (props: {
  readonly statement: Statement
  readonly page: StatementPage
  readonly number: number
  readonly count: number
}) => (
  <section className="sheet statement-sheet" style={measures}>
    <Head statement={props.statement} />
    <table>
      <colgroup>
        {statementSheet.columns.map((width, index) => (
          <col key={statementWords.columns[index]} style={{ width: mm(width) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {statementWords.columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.page.lines.map((placed, index) => {
          const next = props.page.lines[index + 1]?.line.kind
          const { line } = placed
          return (
            <Line
              key={line.kind === 'row' ? line.number : line.label}
              placed={placed}
              last={next !== 'row'}
            />
          )
        })}
        {props.page.closing && <Closing statement={props.statement} />}
      </tbody>
    </table>
    {props.page.closing && (
      <div className="statement-signatures">
        {statementWords.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </div>
    )}
    <footer className="statement-foot">
      <span>编制日期：{props.statement.preparedOn}</span>
      <span>
        第 {props.number} 页 共 {props.count} 页
      </span>
    </footer>
  </section>
)

/** 预算执行情况表 as its sheets of A4 landscape: on screen and on paper the same. */
export const StatementDocument = ({ statement }: { readonly statement: Statement }) => {
  const pages = statementPages(statement)
  return pages.map((page, index) => {
    const first = page.lines[0]?.line
    return (
      <Sheet
        key={first?.kind === 'row' ? first.number : 'closing'}
        statement={statement}
        page={page}
        number={index + 1}
        count={pages.length}
      />
    )
  })
}
