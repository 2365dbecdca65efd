import { fieldLabels } from '../../../shared/labels.ts'
import { type VenueRight, venueRightLabels } from '../../../shared/models/venue.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { halfWidth, withoutBlanks } from '../../../shared/rules/text.ts'
import type { KnownPerson, KnownVenue, KnownVenueUnit, Snapshot } from '../../database/import-snapshot.ts'
import type { Patch } from '../../database/rows.ts'
import type { Edits } from './edits.ts'
import type { KnownPeople } from './known-people.ts'
import type { RowReport } from './report.ts'

/** What a ledger says of a venue; null says nothing. */
export type VenueFacts = Partial<Omit<KnownVenue, 'id' | 'version' | 'name' | 'communityId'>>

const nameKeyOf = (name: string): string => halfWidth(withoutBlanks(name))

/** Venues by community and name, and which branches use them. */
export class KnownVenues {
  private readonly venues = new Map<string, KnownVenue>()
  private readonly users = new Map<string, KnownVenueUnit[]>()

  constructor(
    snapshot: Pick<Snapshot, 'venues' | 'venueUnits'>,
    private readonly people: KnownPeople,
    private readonly edits: Edits,
    /** ISO day: when a use ends that the ledger no longer names. */
    private readonly today: string,
  ) {
    for (const venue of snapshot.venues) this.keep(venue)
    for (const user of snapshot.venueUnits) this.usersOf(user.venueId).push(user)
  }

  find(communityId: string, name: string): KnownVenue | null {
    return this.venues.get(`${communityId}/${nameKeyOf(name)}`) ?? null
  }

  /** The keeper on record, whom a name alone may mean. */
  keeperOf(venue: KnownVenue | null): KnownPerson | null {
    return venue?.keeperId == null ? null : this.people.get(venue.keeperId)
  }

  /** Finds the venue or plans it; a blank never overwrites a value. */
  ensure(communityId: string, name: string, facts: VenueFacts, row: RowReport): KnownVenue {
    const known = this.find(communityId, name)
    if (known === null) return this.create(communityId, name, facts, row)
    const old = known as unknown as Readonly<Record<string, unknown>>
    const patch = Object.fromEntries(
      Object.entries(facts).filter(
        ([field, value]) => value !== null && value !== undefined && value !== '' && old[field] !== value,
      ),
    ) as Patch<'venue'>
    if (Object.keys(patch).length === 0) return known
    this.edits.update('venue', known.id, known.version, patch)
    const changed: KnownVenue = { ...known, ...patch }
    this.keep(changed)
    if (!this.edits.isNew('venue', known.id)) {
      const changes = Object.entries(patch).map(([field, value]) => ({
        field: fieldLabels['venue']?.[field] ?? field,
        before: this.shown(field, old[field]),
        after: this.shown(field, value),
      }))
      row.updated('venues', known.id, '活动场所', known.name, changes)
    }
    return changed
  }

  /** Just these branches use the venue from now on. */
  use(
    venue: KnownVenue,
    branches: readonly { readonly id: string; readonly name: string }[],
    row: RowReport,
  ): void {
    const users = this.usersOf(venue.id)
    for (const { id: unitId, name } of branches) {
      if (users.some((user) => user.unitId === unitId)) continue
      const fields = { venueId: venue.id, unitId }
      const id = this.edits.insert('venueUnit', { ...fields, startsOn: null, endsOn: null })
      users.push({ ...fields, id, version: 1 })
      if (this.edits.isNew('venue', venue.id)) row.createdQuietly('venueUnits')
      else row.created('venueUnits', '场所使用关系', `${venue.name} · ${name}`)
    }
    const wanted = new Set(branches.map((branch) => branch.id))
    for (const gone of users.filter((user) => !wanted.has(user.unitId))) {
      this.edits.update('venueUnit', gone.id, gone.version, { endsOn: this.today })
      users.splice(users.indexOf(gone), 1)
      row.updated('venueUnits', gone.id, '场所使用关系', venue.name, [
        { field: '使用党支部', before: '表里不再列出的党支部', after: `${this.today} 起不再使用` },
      ])
    }
  }

  private create(communityId: string, name: string, facts: VenueFacts, row: RowReport): KnownVenue {
    const fields = { ...blankVenue, ...facts, name, communityId }
    const id = this.edits.insert('venue', { ...fields, endedOn: null })
    const venue: KnownVenue = { ...fields, id, version: 1 }
    this.keep(venue)
    row.created('venues', '活动场所', name)
    return venue
  }

  private shown(field: string, value: unknown): string {
    if (value === null || value === undefined) return ''
    if (field === 'areaDm2') return String(Number(value) / 100)
    if (field === 'rentFen') return formatYuan(Number(value))
    if (field === 'rightKind') return venueRightLabels[value as VenueRight]
    if (field === 'keeperId') return this.people.get(String(value))?.name ?? ''
    return String(value)
  }

  private keep(venue: KnownVenue): void {
    this.venues.set(`${venue.communityId}/${nameKeyOf(venue.name)}`, venue)
  }

  private usersOf(venueId: string): KnownVenueUnit[] {
    const known = this.users.get(venueId)
    if (known !== undefined) return known
    const list: KnownVenueUnit[] = []
    this.users.set(venueId, list)
    return list
  }
}

const blankVenue: Omit<KnownVenue, 'id' | 'version' | 'name' | 'communityId'> = {
  estateId: null,
  address: null,
  areaDm2: null,
  rightKind: null,
  owner: null,
  seats: null,
  leaseFrom: null,
  leaseTo: null,
  rentFen: null,
  keeperId: null,
  openingHours: null,
  functions: null,
  note: '',
}
