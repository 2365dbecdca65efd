import type { MemberCategory, PersonRow } from '../../../shared/models/person.ts'

/** What the list is narrowed to; `null` means all. The parts are joined by “and”. */
export interface PeopleFilter {
  readonly text: string
  readonly phone: boolean | null
  readonly posts: boolean | null
  readonly category: MemberCategory | 'none' | null
  readonly community: string | null
}

export const everyone: PeopleFilter = { text: '', phone: null, posts: null, category: null, community: null }

export const isEveryone = (filter: PeopleFilter): boolean =>
  filter.text.trim() === '' &&
  filter.phone === null &&
  filter.posts === null &&
  filter.category === null &&
  filter.community === null

/** Full pinyin and initials of a name, for typing without an input method. */
export interface Reading {
  readonly pinyin: string
  readonly initials: string
}

const hasText = (person: PersonRow, text: string, reading: Reading | undefined): boolean =>
  person.name.includes(text) ||
  (reading !== undefined && (reading.pinyin.startsWith(text) || reading.initials.startsWith(text))) ||
  (person.branchName?.includes(text) ?? false) ||
  person.posts.includes(text) ||
  // Masked numbers: the shown ends can be looked for, e.g. the last four digits.
  (person.phoneMasked?.endsWith(text) ?? false) ||
  (person.phoneMasked?.startsWith(text) ?? false)

/** Those that fit. `readings` may be missing while they are being made: names are then found by character alone. */
export const filterPeople = (
  people: readonly PersonRow[],
  filter: PeopleFilter,
  readings: ReadonlyMap<string, Reading>,
): readonly PersonRow[] => {
  const text = filter.text.trim().toLowerCase().replaceAll(/\s/g, '')
  return people.filter(
    (person) =>
      (filter.phone === null || (person.phoneMasked !== null) === filter.phone) &&
      (filter.posts === null || (person.posts !== '') === filter.posts) &&
      (filter.category === null || (person.category ?? 'none') === filter.category) &&
      (filter.community === null || person.communityName === filter.community) &&
      (text === '' || hasText(person, text, readings.get(person.name))),
  )
}

/** The communities that occur, by name, for the filter. */
export const communitiesOf = (people: readonly PersonRow[]): readonly string[] => {
  const names = new Set(people.map((person) => person.communityName).filter((name) => name !== null))
  return [...names].sort(new Intl.Collator('zh').compare)
}
