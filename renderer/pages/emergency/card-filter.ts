import type { CardContent } from '../../../shared/models/card.ts'
import { matchesName } from '../../components/name-match.ts'

export type CardState = 'all' | 'complete' | 'gaps'

export interface CardFilter {
  readonly text: string
  readonly community: string | null
  readonly state: CardState
}

export const noFilter: CardFilter = { text: '', community: null, state: 'all' }

/** Names that a search answers to: the branch, its places, its people and their unit. */
const namesOf = (card: CardContent): readonly string[] =>
  [
    card.branch,
    card.community,
    card.estate,
    card.secretary?.name,
    card.firstSecretary?.name,
    card.firstSecretary?.partnerUnit,
    card.gridLeader?.name,
  ].filter((name) => name !== null && name !== undefined)

const stateFits = (card: CardContent, state: CardState): boolean =>
  state === 'all' || (state === 'complete') === (card.gaps.length === 0)

export const filterCards = (cards: readonly CardContent[], filter: CardFilter): readonly CardContent[] =>
  cards.filter(
    (card) =>
      stateFits(card, filter.state) &&
      (filter.community === null || card.community === filter.community) &&
      (filter.text.trim() === '' || namesOf(card).some((name) => matchesName(name, filter.text))),
  )

/** Communities in the order of the cards, each once. */
export const communitiesOf = (cards: readonly CardContent[]): readonly string[] => [
  ...new Set(cards.map((card) => card.community).filter((name) => name !== null)),
]
