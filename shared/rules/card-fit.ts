/** Type sizes on a contact card, in pt. */
export interface CardSizes {
  readonly branch: number
  readonly name: number
  /** Bold; never under `smallestPhone`. */
  readonly phone: number
  /** Partner unit and position of the first secretary. */
  readonly position: number
  /** Community, estate and the labels. */
  readonly label: number
}

/** A card must be readable at arm's length. */
export const smallestPhone = 11

/**
 * The sizes a card tries one after the other until all of its text is there. The first fits every ordinary card.
 * Down to `lastInColumns` label, person and phones stand in columns; the sizes after it are for text as long as the
 * fields allow at all, in the whole width: small, but never cut.
 */
export const cardSizes: readonly CardSizes[] = [
  { branch: 14, name: 12, phone: 13, position: 8.5, label: 8 },
  { branch: 13, name: 12, phone: 12, position: 8, label: 7.5 },
  { branch: 12, name: 11.5, phone: 11.5, position: 7.5, label: 7.5 },
  { branch: 11, name: 11, phone: 11, position: 7, label: 7 },
  { branch: 10, name: 10, phone: 11, position: 6.5, label: 6.5 },
  { branch: 9, name: 9, phone: 11, position: 6, label: 6 },
  { branch: 8, name: 8, phone: 11, position: 5.5, label: 5.5 },
  { branch: 7, name: 7, phone: 11, position: 5, label: 5 },
  { branch: 6, name: 6, phone: 11, position: 4.5, label: 4.5 },
  { branch: 5, name: 5, phone: 11, position: 4, label: 4 },
  { branch: 4, name: 4, phone: 11, position: 3.5, label: 3.5 },
  { branch: 3, name: 3, phone: 11, position: 2.5, label: 2.5 },
]

/** Index into `cardSizes`. */
export const lastInColumns = 6

/** A name or branch too long for its line is set smaller, down to this share of its size, before it is wrapped. */
const smallestShare = 0.8
const shareStep = 0.02

/**
 * The share of its size at which a text of width `needed` stands in one line of width `given`, or null when it must
 * be wrapped. Both in the same unit.
 */
export const oneLineShare = (needed: number, given: number): number | null => {
  if (needed <= given) return 1
  const share = Math.floor(given / needed / shareStep) * shareStep
  return share >= smallestShare ? share : null
}
