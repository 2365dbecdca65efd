/** Type sizes on a contact card, in pt. Phone numbers are not among them: they never shrink. */
export interface CardSizes {
  readonly branch: number
  readonly name: number
  /** Partner unit and position of the first secretary. */
  readonly position: number
  /** Community, estate and the labels. */
  readonly label: number
}

/** Bold, on every card alike: readable at arm's length (at least 11 pt). */
export const cardPhoneSize = 12

/**
 * The sizes a card tries one after the other until all of its text is there. The first fits every ordinary card.
 * A long branch name goes to two lines before anything shrinks; then the sizes fall together, the branch and the
 * names slowest. Comfortable reading ends at `smallestPrinted`; the sizes below it are for text as long as the
 * fields allow at all: small, but never cut.
 */
export const cardSizes: readonly CardSizes[] = [
  { branch: 14, name: 12, position: 8.5, label: 8 },
  { branch: 13, name: 12, position: 8, label: 7.5 },
  { branch: 12, name: 11, position: 7.5, label: 7 },
  { branch: 11, name: 10.5, position: 7, label: 6.5 },
  { branch: 10, name: 10, position: 6.5, label: 6.5 },
  { branch: 9, name: 9, position: 6, label: 6 },
  { branch: 8, name: 8, position: 5.5, label: 5.5 },
  { branch: 7, name: 7, position: 5, label: 5 },
  { branch: 6, name: 6, position: 4.5, label: 4.5 },
  { branch: 5, name: 5, position: 4, label: 4 },
  { branch: 4, name: 4, position: 3.5, label: 3.5 },
]

/** Index into `cardSizes` of the smallest sizes that still read well in the hand. */
export const smallestPrinted = 5
