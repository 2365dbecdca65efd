import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type CardSizes, cardSizes, smallestPrinted } from '../../shared/rules/card-fit.ts'

const setSizes = (card: HTMLElement, sizes: CardSizes): void => {
  card.style.setProperty('--branch', `${sizes.branch}pt`)
  card.style.setProperty('--name', `${sizes.name}pt`)
  card.style.setProperty('--position', `${sizes.position}pt`)
  card.style.setProperty('--label', `${sizes.label}pt`)
}

/** True when some text stands outside of its place. Half a pixel is rounding. */
const overflows = (card: HTMLElement): boolean => {
  const body = card.querySelector<HTMLElement>('[data-fit]')
  if (body === null) return false
  return body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth
}

/**
 * Gives a card the first of `cardSizes` in which nothing overflows, before it is painted. Measured in the layout,
 * not estimated, by the same component and font on screen and on paper. `text` is all the card says: it is fitted
 * again when that changes.
 */
export const useCardFit = (text: string): RefObject<HTMLElement | null> => {
  const ref = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const card = ref.current
    if (card === null || text === '') return
    let step = 0
    for (const sizes of cardSizes) {
      setSizes(card, sizes)
      if (!overflows(card)) break
      step += 1
    }
    card.dataset['fitted'] = String(Math.min(step, cardSizes.length - 1))
    card.classList.toggle('card-small', step > smallestPrinted)
  }, [text])
  return ref
}
