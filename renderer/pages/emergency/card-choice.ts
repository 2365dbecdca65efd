import type { CardContent } from '../../../shared/models/card.ts'

/** Which cards are printed: all that are complete, but those taken out by hand. */
export interface CardChoice {
  /** Branches taken out; kept rather than those taken in, so that a branch mended meanwhile comes in by itself. */
  readonly left: ReadonlySet<string>
  /** Branches that lack a contact are printed too, with blanks for handwriting. */
  readonly incomplete: boolean
}

export const everyCard: CardChoice = { left: new Set(), incomplete: false }

/** Cards that can be printed at all. */
export const printable = (cards: readonly CardContent[], choice: CardChoice): readonly CardContent[] =>
  cards.filter((card) => choice.incomplete || card.gaps.length === 0)

export const chosenCards = (cards: readonly CardContent[], choice: CardChoice): readonly CardContent[] =>
  printable(cards, choice).filter((card) => !choice.left.has(card.unitId))

/** Of the `shown` cards only the `checked` ones stay in; cards that are not shown stay as they were. */
export const choose = (
  choice: CardChoice,
  shown: readonly CardContent[],
  checked: readonly string[],
): CardChoice => {
  const left = new Set(choice.left)
  for (const { unitId } of shown) left.add(unitId)
  for (const unitId of checked) left.delete(unitId)
  return { ...choice, left }
}
