import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { parentIndex } from './outline-parent.ts'
import './outline-list.css'

/** One row as the list needs it; what it shows comes from `render`. */
export interface ListedRow {
  readonly id: string
  /** 0 at the root. */
  readonly depth: number
  readonly open: boolean
  readonly foldable: boolean
  /** 1-based place among its siblings, and how many they are. */
  readonly position: number
  readonly siblings: number
}

export interface OutlineHandle {
  /** Brings the row into sight, if it is not. */
  readonly show: (index: number) => void
}

/** Height of a row in px, as in outline-list.css. */
const rowHeight = 24
/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const beyond = 8
const indent = 18

interface Props<Row extends ListedRow> {
  readonly rows: readonly Row[]
  /** px */
  readonly height: number
  readonly label: string
  readonly selected: string | null
  readonly active: string | null
  readonly render: (row: Row) => ReactNode
  readonly onActive: (id: string) => void
  readonly onSelect: (id: string) => void
  readonly onFold: (id: string, open: boolean) => void
  /** Which rows are drawn, `to` excluded. */
  readonly onRange?: (from: number, to: number) => void
  readonly checked?: ReadonlySet<string> | undefined
  readonly onCheck?: (id: string) => void
  readonly ref?: Ref<OutlineHandle>
}

/**
 * A tree as a windowed list of its visible rows: only those in sight are drawn, however many there are. The list itself
 * has the focus: arrows, Home, End, page keys, Enter, and Space where rows can be checked.
 */
export const OutlineList = <Row extends ListedRow>(props: Props<Row>) => {
  const { rows, height, active } = props
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const show = useCallback((index: number) => {
    const element = box.current
    if (element === null || index < 0) return
    const at = index * rowHeight
    if (at < element.scrollTop) element.scrollTop = at
    else if (at + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = at + rowHeight - element.clientHeight
    }
  }, [])
  useImperativeHandle(props.ref, () => ({ show }), [show])

  const from = Math.max(0, Math.floor(top / rowHeight) - beyond)
  const to = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + beyond)
  const { onRange } = props
  useEffect(() => onRange?.(from, to), [onRange, from, to])

  const activeIndex = rows.findIndex((row) => row.id === active)
  const go = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (row === undefined) return
    props.onActive(row.id)
    show(rows.indexOf(row))
  }
  const aside = (row: Row, index: number, open: boolean) => {
    if (row.foldable && row.open !== open) props.onFold(row.id, open)
    else if (open && row.open) go(index + 1)
    else if (!open) {
      const above = parentIndex(rows, index)
      if (above >= 0) go(above)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== box.current) return
    const row = rows[activeIndex]
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(activeIndex + 1),
      ArrowUp: () => go(activeIndex - 1),
      PageDown: () => go(activeIndex + page),
      PageUp: () => go(activeIndex - page),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => row !== undefined && aside(row, activeIndex, true),
      ArrowLeft: () => row !== undefined && aside(row, activeIndex, false),
      Enter: () => row !== undefined && props.onSelect(row.id),
      ' ': () =>
        row !== undefined && (props.checked === undefined ? props.onSelect(row.id) : props.onCheck?.(row.id)),
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    step()
  }

  return (
    <div
      ref={box}
      className="outline"
      role="tree"
      aria-label={props.label}
      aria-multiselectable={props.checked !== undefined}
      aria-activedescendant={activeIndex >= from && activeIndex < to ? `outline-${active}` : undefined}
      tabIndex={0}
      style={{ height }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.length * rowHeight, position: 'relative' }}>
        {rows.slice(from, to).map((row, offset) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the tree.
          <div
            key={row.id}
            id={`outline-${row.id}`}
            role="treeitem"
            tabIndex={-1}
            aria-level={row.depth + 1}
            aria-setsize={row.siblings}
            aria-posinset={row.position}
            aria-selected={row.id === props.selected}
            aria-expanded={row.foldable ? row.open : undefined}
            aria-checked={props.checked?.has(row.id)}
            className={row.id === active ? 'outline-row outline-active' : 'outline-row'}
            data-row={row.id}
            style={{ top: (from + offset) * rowHeight, paddingLeft: 4 + row.depth * indent }}
            onClick={() => {
              box.current?.focus({ preventScroll: true })
              props.onActive(row.id)
              props.onSelect(row.id)
            }}
            onDoubleClick={() => row.foldable && props.onFold(row.id, !row.open)}
          >
            <button
              type="button"
              tabIndex={-1}
              className={row.foldable ? 'outline-fold' : 'outline-fold outline-leaf'}
              aria-hidden
              onClick={(event) => {
                event.stopPropagation()
                if (row.foldable) props.onFold(row.id, !row.open)
              }}
              onDoubleClick={(event) => event.stopPropagation()}
            >
              <span className={row.open ? 'outline-caret outline-open' : 'outline-caret'} />
            </button>
            {props.checked !== undefined && (
              <input
                type="checkbox"
                tabIndex={-1}
                className="outline-check"
                checked={props.checked.has(row.id)}
                aria-label="选择"
                onChange={() => props.onCheck?.(row.id)}
                onClick={(event) => event.stopPropagation()}
              />
            )}
            {props.render(row)}
          </div>
        ))}
      </div>
    </div>
  )
}
