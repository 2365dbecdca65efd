// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid stand at their own places
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and takes the keys
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import './window-table.css'

export interface WindowColumn<Row> {
  readonly key: string
  readonly title: string
  /** In CSS pixels; the last column takes what is left. */
  readonly width: number
  readonly text: (row: Row) => string
  /** Figures stand at the right. */
  readonly numeric?: boolean
  /** Stays in sight while a wide table is moved sideways; for the first column. */
  readonly pinned?: boolean
  /** Sorted by it now, and which way; null where it cannot be sorted. */
  readonly sorted?: 'ascending' | 'descending' | 'none'
  readonly onSort?: () => void
}

const classOf = ({ numeric, pinned }: { readonly numeric?: boolean; readonly pinned?: boolean }) =>
  numeric === true ? 'numeric' : pinned === true ? 'pinned' : undefined

const rowHeight = 34
const spare = 6

/**
 * A table of any length of which only the rows in sight exist. `rowAt` answers undefined for a row that is still
 * being fetched; `onSeen` tells which are in sight. Arrows, page keys, Home and End move, Enter opens.
 */
export const WindowTable = <Row,>(props: {
  readonly columns: readonly WindowColumn<Row>[]
  readonly total: number
  readonly rowAt: (index: number) => Row | undefined
  readonly keyOf: (row: Row) => string
  readonly openKey: string | null
  readonly onOpen: (row: Row) => void
  readonly onSeen: (from: number, to: number) => void
  readonly height: number
  readonly label: string
  readonly emptyText: ReactNode
  readonly testId: string
  readonly rowTestId: string
}) => {
  const { columns, total, rowAt, height, onSeen } = props
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [active, setActive] = useState(0)
  const inside = Math.max(height - rowHeight, rowHeight)
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - spare, total - 1))
  const to = Math.min(total, Math.ceil((top + inside) / rowHeight) + spare)
  useEffect(() => onSeen(from, to), [onSeen, from, to])
  useEffect(() => setActive((index) => Math.max(0, Math.min(index, total - 1))), [total])

  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, total - 1))
    setActive(next)
    const element = box.current
    if (element === null) return
    if (next * rowHeight < element.scrollTop) element.scrollTop = next * rowHeight
    else if ((next + 1) * rowHeight > element.scrollTop + inside)
      element.scrollTop = (next + 1) * rowHeight - inside
  }
  const page = Math.max(1, Math.floor(inside / rowHeight) - 1)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const step = steps[event.key]
    if (step !== undefined) go(step)
    else if (event.key === 'Enter') {
      const row = rowAt(active)
      if (row !== undefined) props.onOpen(row)
    } else return
    event.preventDefault()
  }
  const template = columns
    .map(({ width }, index) => (index === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ')
  const minWidth = columns.reduce((sum, column) => sum + column.width, 0)
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)

  return (
    <div
      ref={box}
      className="window-table"
      style={{ height }}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total}
      aria-activedescendant={total > 0 ? `${props.testId}-${active}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
      data-testid={props.testId}
    >
      <div className="window-head" role="row" style={{ gridTemplateColumns: template, minWidth }}>
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            aria-sort={column.sorted}
            tabIndex={-1}
            className={classOf(column)}
          >
            {column.onSort === undefined ? (
              column.title
            ) : (
              <button type="button" onClick={column.onSort} data-testid={`sort-${column.key}`}>
                {column.title}
                {column.sorted === 'ascending' && <CaretUpOutlined />}
                {column.sorted === 'descending' && <CaretDownOutlined />}
              </button>
            )}
          </div>
        ))}
      </div>
      {total === 0 && <div className="window-empty">{props.emptyText}</div>}
      <div role="rowgroup" style={{ height: total * rowHeight, minWidth, position: 'relative' }}>
        {indexes.map((index) => {
          const row = rowAt(index)
          const state = row !== undefined && props.keyOf(row) === props.openKey ? ' open' : ''
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
            <div
              key={index}
              id={`${props.testId}-${index}`}
              className={`window-row${state}${index === active ? ' active' : ''}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 1}
              style={{ top: index * rowHeight, height: rowHeight, gridTemplateColumns: template }}
              onClick={() => {
                setActive(index)
                if (row !== undefined) props.onOpen(row)
              }}
              data-testid={row === undefined ? 'row-loading' : props.rowTestId}
            >
              {columns.map((column) => {
                const text = row === undefined ? '' : column.text(row)
                return (
                  <div
                    key={column.key}
                    role="gridcell"
                    tabIndex={-1}
                    title={text}
                    className={classOf(column)}
                  >
                    {row === undefined ? <span className="window-blank" /> : text}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
