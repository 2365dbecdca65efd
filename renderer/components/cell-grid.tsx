// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid stand at their own places
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and takes the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { CellInput } from './cell-input.tsx'
import './cell-grid.css'

export interface GridColumn {
  readonly key: string
  readonly title: string
  readonly hint?: string
  /** In CSS pixels. */
  readonly width: number
  /** Stays at the left edge; pinned columns come first. */
  readonly pinned?: boolean
  /** Cells are not edited. */
  readonly fixed?: boolean
}

export interface GridCell {
  readonly text: string
  /** What is shown instead of the bare text. */
  readonly content?: ReactNode
  readonly look?: 'bad' | 'changed' | 'faint'
  readonly hint?: string
}

export interface GridPlace {
  readonly row: number
  readonly column: number
}

const rowHeight = 34
const spare = 6

/**
 * A table of any length with a cell cursor, of which only the rows in sight exist. Arrows, page keys, Home and End
 * move (with Ctrl, Home and End go to the first and last row), Enter, F2 or a double click open a cell, Enter saves
 * it, Escape gives it up, Ctrl with the arrow down goes to the next bad cell.
 */
export const CellGrid = <Row,>(props: {
  readonly columns: readonly GridColumn[]
  readonly total: number
  readonly rowAt: (index: number) => Row | undefined
  readonly cellOf: (row: Row, column: number) => GridCell
  readonly cursor: GridPlace
  readonly onCursor: (place: GridPlace) => void
  /** The text that an editor begins with. */
  readonly draftOf: (row: Row, column: number) => string
  /** `onward`: by Enter, so that the cursor goes on to the next bad cell. */
  readonly onSave: (row: Row, column: number, text: string, onward: boolean) => void
  readonly onNextBad: (from: GridPlace) => void
  readonly onSeen: (from: number, to: number) => void
  /** The keys work at once. */
  readonly autoFocus: boolean
  readonly height: number
  readonly label: string
  readonly emptyText: ReactNode
  readonly testId: string
}) => {
  const { columns, total, rowAt, height, onSeen, cursor, testId } = props
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [editing, setEditing] = useState(false)
  const inside = Math.max(height - rowHeight - 2, rowHeight)
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - spare, total - 1))
  const to = Math.min(total, Math.ceil((top + inside) / rowHeight) + spare)
  useEffect(() => onSeen(from, to), [onSeen, from, to])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes on screen
  useEffect(() => {
    if (props.autoFocus) box.current?.focus({ preventScroll: true })
  }, [])

  const lefts = columns.map((_, index) => columns.slice(0, index).reduce((sum, { width }) => sum + width, 0))
  const pinnedWidth = columns.reduce((sum, { width, pinned }) => sum + (pinned === true ? width : 0), 0)
  const width = columns.reduce((sum, column) => sum + column.width, 0)

  // Wherever the cursor was put, by key or from outside, it is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved cursor scrolls
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || total === 0) return
    const { row, column } = cursor
    // Without the scroll bar at the bottom.
    const inSight = Math.max(element.clientHeight - rowHeight, rowHeight)
    if (row * rowHeight < element.scrollTop) element.scrollTop = row * rowHeight
    else if ((row + 1) * rowHeight > element.scrollTop + inSight)
      element.scrollTop = (row + 1) * rowHeight - inSight
    const place = columns[column]
    const left = lefts[column]
    if (place === undefined || left === undefined || place.pinned === true) return
    if (left - pinnedWidth < element.scrollLeft) element.scrollLeft = left - pinnedWidth
    else if (left + place.width > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + place.width - element.clientWidth
  }, [cursor.row, cursor.column, total])

  const current = rowAt(cursor.row)
  const moveTo = (row: number, column: number) => {
    setEditing(false)
    props.onCursor({
      row: Math.max(0, Math.min(row, total - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    })
  }
  const open = () => {
    if (current !== undefined && columns[cursor.column]?.fixed !== true) setEditing(true)
  }
  const close = () => {
    setEditing(false)
    box.current?.focus({ preventScroll: true })
  }
  const page = Math.max(1, Math.floor(inside / rowHeight) - 1)
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const { row, column } = cursor
    const far = event.ctrlKey || event.metaKey
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (far ? props.onNextBad(cursor) : moveTo(row + 1, column)),
      ArrowUp: () => moveTo(row - 1, column),
      ArrowLeft: () => moveTo(row, column - 1),
      ArrowRight: () => moveTo(row, column + 1),
      PageDown: () => moveTo(row + page, column),
      PageUp: () => moveTo(row - page, column),
      Home: () => (far ? moveTo(0, column) : moveTo(row, 0)),
      End: () => (far ? moveTo(total - 1, column) : moveTo(row, columns.length - 1)),
      Enter: open,
      F2: open,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    step()
  }

  const template = columns
    .map(({ width: own }, index) => (index === columns.length - 1 ? `minmax(${own}px, 1fr)` : `${own}px`))
    .join(' ')
  const whole = { width: '100%', minWidth: width }
  const pin = (column: GridColumn, index: number) =>
    column.pinned === true ? { className: 'pinned', style: { left: lefts[index] } } : {}
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
  return (
    <div
      ref={box}
      className="cell-grid"
      style={{ height }}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total}
      aria-activedescendant={total > 0 ? `${testId}-${cursor.row}-${cursor.column}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
      data-testid={testId}
    >
      <div className="cell-grid-head" role="row" style={{ gridTemplateColumns: template, ...whole }}>
        {columns.map((column, index) => (
          <div
            key={column.key}
            role="columnheader"
            tabIndex={-1}
            title={column.hint ?? column.title}
            {...pin(column, index)}
          >
            {column.title}
          </div>
        ))}
      </div>
      {total === 0 && <div className="cell-grid-empty">{props.emptyText}</div>}
      <div role="rowgroup" style={{ height: total * rowHeight, ...whole, position: 'relative' }}>
        {indexes.map((index) => {
          const row = rowAt(index)
          return (
            <div
              key={index}
              className={`cell-grid-row${index === cursor.row ? ' current' : ''}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 1}
              style={{ top: index * rowHeight, height: rowHeight, gridTemplateColumns: template, ...whole }}
            >
              {columns.map((column, at) => {
                const cell = row === undefined ? null : props.cellOf(row, at)
                const here = index === cursor.row && at === cursor.column
                const open_ = here && editing && row !== undefined
                const { className, style } = pin(column, at)
                const classes = [className, cell?.look, here ? 'cursor' : '', open_ ? 'editing' : '']
                return (
                  <div
                    key={column.key}
                    id={`${testId}-${index}-${at}`}
                    className={classes.filter(Boolean).join(' ')}
                    style={style}
                    role="gridcell"
                    tabIndex={-1}
                    title={open_ ? undefined : (cell?.hint ?? cell?.text)}
                    onClick={() => {
                      if (!open_) moveTo(index, at)
                    }}
                    onDoubleClick={open}
                  >
                    {open_ ? (
                      <CellInput
                        draft={props.draftOf(row, at)}
                        label={column.title}
                        onSave={(text, by) => {
                          if (by === 'key') close()
                          else setEditing(false)
                          props.onSave(row, at, text, by === 'key')
                        }}
                        onClose={close}
                      />
                    ) : (
                      (cell?.content ?? cell?.text ?? <span className="window-blank" />)
                    )}
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
