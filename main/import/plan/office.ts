import type { Snapshot } from '../../database/import-snapshot.ts'
import type { NameReadings, ParsedRow } from '../parsed-row.ts'
import { Edits } from './edits.ts'
import { KnownEstates } from './known-estates.ts'
import { KnownPeople } from './known-people.ts'
import { KnownPosts } from './known-posts.ts'
import { KnownUnits } from './known-units.ts'
import { Report } from './report.ts'
import { Rivals } from './rivals.ts'

export interface Readings {
  readonly people: NameReadings
  readonly units: NameReadings
}

/** The office as it is known, plus what the rows planned so far add to it. */
export interface Office {
  readonly units: KnownUnits
  readonly people: KnownPeople
  readonly rivals: Rivals
  readonly posts: KnownPosts
  readonly estates: KnownEstates
  /** Person → living membership: its id, version and branch. */
  readonly memberships: Map<
    string,
    { readonly id: string; readonly version: number; readonly unitId: string }
  >
  /** Person → where the roster names them: at most once. */
  readonly listed: Map<string, ParsedRow>
  /** Community and mistyped name → the names most like it: hundreds of rows may share one slip. */
  readonly similarBranches: Map<string, readonly string[]>
  readonly edits: Edits
  readonly report: Report
  /** ISO day of the import. */
  readonly today: string
}

/** Builds the office from a snapshot; yields between steps, so that the main thread can do other work. */
export function* openOffice(
  snapshot: Snapshot,
  readings: Readings,
  today: string,
): Generator<number, Office> {
  const edits = new Edits()
  const people = new KnownPeople(readings.people, edits)
  for (const person of snapshot.people) {
    people.add(person)
    yield 0
  }
  const posts = new KnownPosts(snapshot.posts, people, edits, today)
  for (const { personId, unitId } of [...snapshot.posts, ...snapshot.memberships]) {
    people.joins(personId, unitId)
    yield 0
  }
  return {
    units: new KnownUnits(snapshot.units, readings.units, edits),
    people,
    rivals: new Rivals(),
    posts,
    estates: new KnownEstates(snapshot, edits),
    memberships: new Map(snapshot.memberships.map((m) => [m.personId, m])),
    listed: new Map(),
    similarBranches: new Map(),
    edits,
    report: new Report(),
    today,
  }
}
