import { App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { CheckedRow, RowFilter } from '../../../../shared/models/import.ts'
import { mostRowsAtOnce } from '../../../../shared/requests/import.ts'
import { call } from '../../../api.ts'
import type { GridPlace } from '../../../components/cell-grid.tsx'
import { type Span, usePages } from '../../../hooks/pages.ts'
import { sentenceOf } from '../../../messages.ts'
import { nextBadIn } from './next-bad.ts'
import { leading } from './row-cells.tsx'

const size = 200

export interface RowsAsked {
  readonly sessionId: string
  readonly group: string
  readonly filter: RowFilter
  readonly text: string
}

/** The rows of a group, page by page, with the cell cursor on them. */
export const useCheckRows = (asked: RowsAsked) => {
  const { sessionId, group, filter, text } = asked
  const { message } = App.useApp()
  const [seen, setSeen] = useState<Span>({ from: 0, to: 0 })
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), [])
  const pages = usePages(
    'import.rows',
    size,
    (offset) => ({ sessionId, group, filter, text, offset, limit: size }),
    (answer) => answer,
    seen,
  )
  const { total, rowAt } = pages

  const [cursor, setCursor] = useState<GridPlace>({ row: 0, column: leading })
  /** The row under the cursor; its position changes when a row above it leaves the list. */
  const [held, setHeld] = useState<number | null>(null)
  // Another list begins at its top.
  const list = `${group} ${filter} ${text}`
  const [listed, setListed] = useState(list)
  if (listed !== list) {
    setListed(list)
    setCursor({ row: 0, column: leading })
    setHeld(null)
  }
  const current: CheckedRow | undefined = rowAt(cursor.row)
  const moveTo = useCallback(
    (place: GridPlace) => {
      setCursor(place)
      setHeld(rowAt(place.row)?.index ?? null)
    },
    [rowAt],
  )
  useEffect(() => {
    if (current === undefined) {
      if (total > 0 && cursor.row >= total) setCursor({ ...cursor, row: total - 1 })
      return
    }
    if (held === null || current.index === held) {
      setHeld(current.index)
      return
    }
    // Few rows leave at once: it is looked for close by.
    const near = [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5].find((by) => rowAt(cursor.row + by)?.index === held)
    if (near === undefined) setHeld(current.index)
    else setCursor({ ...cursor, row: cursor.row + near })
  }, [current, held, cursor, total, rowAt])

  const goNextBad = async (from: GridPlace): Promise<void> => {
    const near = Array.from({ length: size }, (_, n) => rowAt(from.row + n))
    const gap = near.indexOf(undefined)
    const known = gap < 0 ? near : near.slice(0, gap)
    let place = nextBadIn(known, from.row, from, leading)
    try {
      for (let offset = from.row + known.length; place === null && offset < total; offset += mostRowsAtOnce) {
        const argument = { sessionId, group, filter, text, offset, limit: mostRowsAtOnce }
        place = nextBadIn((await call('import.rows', argument)).rows, offset, from, leading)
      }
      if (place === null) {
        message.open({ key: 'next-bad', type: 'info', content: '后面没有有问题的单元格了。', duration: 3 })
        return
      }
      setHeld(null)
      setCursor(place)
    } catch (error) {
      message.error(sentenceOf(error) ?? '', 8)
    }
  }
  return { ...pages, page: pages.first.data, cursor, current, moveTo, goNextBad, onSeen }
}
