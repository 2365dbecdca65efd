import type { Snapshot } from '../../database/import-snapshot.ts'
import type { NameReader, ParsedRow } from '../parsed-row.ts'
import type { Decisions } from './decisions.ts'
import { Edits } from './edits.ts'
import { KnownBooks } from './known-books.ts'
import { KnownEstates } from './known-estates.ts'
import { KnownPeople } from './known-people.ts'
import { KnownPlaces } from './known-places.ts'
import { KnownPosts } from './known-posts.ts'
import { KnownUnits } from './known-units.ts'
import { KnownVenues } from './known-venues.ts'
import { Report } from './report.ts'
import { Rivals } from './rivals.ts'
import { TermBook } from './term-book.ts'

/** The office as it is known, plus what the rows planned so far add to it. */
export interface Office {
  readonly units: KnownUnits
  readonly people: KnownPeople
  readonly rivals: Rivals
  readonly posts: KnownPosts
  readonly places: KnownPlaces
  readonly estates: KnownEstates
  readonly venues: KnownVenues
  readonly books: KnownBooks
  readonly reportings: TermBook<'reporting'>
  readonly volunteers: TermBook<'volunteer'>
  /** Person → living membership: its id, version and branch. */
  readonly memberships: Map<
    string,
    { readonly id: string; readonly version: number; readonly unitId: string }
  >
  /** Person → where the roster names them: at most once. */
  readonly listed: Map<string, ParsedRow>
  /** Community and mistyped name → the names most like it: hundreds of rows may share one slip. */
  readonly similarNames: Map<string, readonly string[]>
  /** Sheets of which it was told that they gather communities of other streets. */
  readonly told: Set<number>
  readonly decisions: Decisions
  readonly edits: Edits
  readonly report: Report
  /** ISO day of the import. */
  readonly today: string
}

/** Builds the office from a snapshot. */
export const openOffice = (
  snapshot: Snapshot,
  readings: NameReader,
  decisions: Decisions,
  today: string,
  edits = new Edits(),
): Office => {
  const people = new KnownPeople(readings, edits)
  for (const person of snapshot.people) people.add(person)
  for (const { personId, unitId } of snapshot.posts) people.joins(personId, unitId)
  for (const { personId, unitId } of snapshot.memberships) people.joins(personId, unitId)
  for (const { personId, unitId } of snapshot.reportings) people.joins(personId, unitId)
  for (const { personId, unitId } of snapshot.volunteers) people.joins(personId, unitId)
  return {
    units: new KnownUnits(snapshot.units, readings, edits),
    people,
    rivals: new Rivals(),
    posts: new KnownPosts(snapshot.posts, people, edits, today),
    places: new KnownPlaces(snapshot.posts, people, edits, today),
    estates: new KnownEstates(snapshot, edits),
    venues: new KnownVenues(snapshot, people, edits, today),
    books: new KnownBooks(snapshot, edits),
    reportings: new TermBook('reporting', snapshot.reportings, edits),
    volunteers: new TermBook('volunteer', snapshot.volunteers, edits),
    memberships: new Map(snapshot.memberships.map((m) => [m.personId, m])),
    listed: new Map(),
    similarNames: new Map(),
    told: new Set(),
    decisions,
    edits,
    report: new Report(),
    today,
  }
}
