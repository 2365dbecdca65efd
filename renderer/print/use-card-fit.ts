import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type CardSizes, cardSizes, lastInColumns, oneLineShare } from '../../shared/rules/card-fit.ts'

const setSizes = (card: HTMLElement, sizes: CardSizes): void => {
  for (const [name, size] of Object.entries(sizes)) card.style.setProperty(`--${name}`, `${size}pt`)
}

/** Puts each name on one line where a slightly smaller type allows it, and lets it wrap in full size where not. */
const fitLines = (card: HTMLElement): void => {
  const lines = [...card.querySelectorAll<HTMLElement>('[data-one-line]')]
  for (const line of lines) {
    if (line.style.length > 0) line.removeAttribute('style')
  }
  const shares = lines.map((line) => oneLineShare(line.scrollWidth, line.clientWidth))
  for (const [index, line] of lines.entries()) {
    const share = shares[index]
    if (share === null) line.style.whiteSpace = 'normal'
    else if (share !== 1) line.style.setProperty('--share', String(share))
  }
}

/** True when the text reaches below the card's body. Half a CSS pixel (0.13 mm) is rounding. */
const overflows = (body: Element): boolean => {
  const last = body.lastElementChild
  const { bottom, height } = body.getBoundingClientRect()
  // The preview may be scaled; heights in CSS pixels are not.
  const scale = height / body.clientHeight
  return last !== null && last.getBoundingClientRect().bottom > bottom + 0.5 * scale
}

/**
 * Gives a card the first of `cardSizes` in which nothing overflows, before it is painted. Measured in the layout,
 * not estimated, by the same component and font on screen and on paper. `text` is all the card says: it is fitted
 * again when that changes.
 */
export const useCardFit = (text: string): RefObject<HTMLElement | null> => {
  const ref = useRef<HTMLElement>(null)
  const shrunk = useRef(false)
  useLayoutEffect(() => {
    const card = ref.current
    const body = card?.querySelector('[data-fit]')
    if (card === null || body === null || body === undefined || text === '') return
    for (const [step, sizes] of cardSizes.entries()) {
      // An ordinary card is only measured, not written to: its sizes stand in the style sheet, and any write
      // would make the layout of all cards be computed again before the next one is measured.
      if (step > 0 || shrunk.current) setSizes(card, sizes)
      if (step > 0 || shrunk.current) card.classList.toggle('card-dense', step > lastInColumns)
      fitLines(card)
      shrunk.current ||= step > 0
      if (!overflows(body)) break
    }
  }, [text])
  return ref
}
