import type { Gap } from './organization.ts'

/** A person as the card prints them; phones in full, since a card is for contact. */
export interface CardContact {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly phone2: string | null
}

export interface CardFirstSecretary extends CardContact {
  readonly partnerUnit: string | null
  readonly position: string | null
}

/** What one contact card says. Contacts come from living posts, never from copied text. */
export interface CardContent {
  /** Id of the emergency branch. */
  readonly unitId: string
  readonly branch: string
  readonly community: string | null
  readonly street: string | null
  readonly estate: string | null
  readonly secretary: CardContact | null
  readonly firstSecretary: CardFirstSecretary | null
  readonly gridLeader: CardContact | null
  /** What is missing; a card with gaps is listed before printing. */
  readonly gaps: readonly Gap[]
}

/** `a4`: ten cards of 90 × 54 mm on an A4 sheet with crop marks; `card`: one card a page of 90 × 54 mm. */
export type CardLayout = 'a4' | 'card'

export interface CardOptions {
  readonly layout: CardLayout
  readonly cropMarks: boolean
  /** ISO date printed on the card. */
  readonly issuedOn: string
  /** e.g. “2026年第1版”. */
  readonly edition: string
}
