import type { PostKind } from '../../../shared/models/post.ts'
import { placeKey } from '../../../shared/rules/places.ts'
import { communityKey, estateKey, groupKey } from '../../../shared/rules/unit-names.ts'
import type { KnownPerson, KnownUnit } from '../../database/import-snapshot.ts'
import type { EstateRow } from '../../database/rows.ts'
import { communityOf } from './community.ts'
import { contactOf } from './contact.ts'
import { type FoundPerson, findPerson, takePerson } from './find-person.ts'
import type { PlacePost } from './known-places.ts'
import { branchOfEstate } from './link-beside.ts'
import type { Office } from './office.ts'
import type { PersonFacts } from './person-facts.ts'
import { personFromRow, saidPerson } from './person-from-row.ts'
import type { RowReport } from './report.ts'

interface Named {
  readonly kind: PostKind
  readonly facts: PersonFacts
}

/** Who a row names as heads: its plain name, and those under headings of their own. */
const headsIn = (row: RowReport): readonly Named[] => {
  const own = personFromRow(row)
  return [
    ...(own === null ? [] : [{ kind: headKind(row), facts: own }]),
    ...namedAs(row, 'buildingHead', 'buildingHead'),
    ...namedAs(row, 'stairwellHead', 'stairwellHead'),
  ]
}

const gridIn = (row: RowReport): readonly Named[] => {
  const own = personFromRow(row)
  return [
    ...(own === null ? [] : [{ kind: gridKind(row), facts: own }]),
    ...namedAs(row, 'gridLeader', 'gridLeader'),
    ...namedAs(row, 'gridWorker', 'gridWorker'),
  ]
}

const namedAs = (row: RowReport, field: string, kind: PostKind): readonly Named[] => {
  const facts = contactOf(row, field)
  return facts === null ? [] : [{ kind, facts }]
}

/** By the row's own word, else by the sheet's, else by the place: 1号楼2单元 has a stairwell head. */
const headKind = (row: RowReport): PostKind => {
  const office = row.text('office')
  if (office !== null) return office as PostKind
  const { title } = row.context
  if (/邻长/u.test(title)) return 'neighborHead'
  const place = headPlace(row) ?? ''
  if (/单元长/u.test(title) && !/楼栋长|楼长/u.test(title)) return 'stairwellHead'
  return /单元/u.test(place) ? 'stairwellHead' : 'buildingHead'
}

const gridKind = (row: RowReport): PostKind => {
  const office = row.text('office')
  if (office !== null) return office as PostKind
  const { title } = row.context
  return /网格长/u.test(title) && !/网格员/u.test(title) ? 'gridLeader' : 'gridWorker'
}

/** The place as the file names it, for counting who is named there. */
const whereOf = (row: RowReport, kind: PostKind, place: string): string => {
  const community = communityKey(row.text('community') ?? row.context.community ?? '')
  return `${kind}/${community}/${estateKey(row.text('estate') ?? '')}/${placeKey(place)}`
}

const placeOf = (row: RowReport): string => headPlace(row) ?? row.text('grid') ?? ''

/** Building and stairwell, which may stand in a column each: 1号楼 and 2 are 1号楼2单元. */
const headPlace = (row: RowReport): string | null => {
  const building = row.text('place')
  const stairwell = row.text('stairwell')
  if (stairwell === null || building?.includes('单元') === true) return building
  const named = /^\d+$/.test(stairwell) ? `${stairwell}单元` : stairwell
  if (building === null) return named
  return `${/^\d+$/.test(building) ? `${building}号楼` : building}${named}`
}

const note = (row: RowReport, office: Office, named: readonly Named[]): void => {
  for (const { kind, facts } of named) {
    office.people.claim(facts)
    office.places.expect(whereOf(row, kind, placeOf(row)), saidPerson(facts), facts.name)
  }
}
export const noteHeads = (row: RowReport, office: Office): void => note(row, office, headsIn(row))
export const noteGrid = (row: RowReport, office: Office): void => note(row, office, gridIn(row))

/** 楼栋长、单元长台账: the head of a building or stairwell, in the branch of its estate, else in the community. */
export const planHeadsRow = (row: RowReport, office: Office): void => {
  const named = headsIn(row)
  if (named.length === 0) {
    row.refuse('name', '这一格没有填写')
    return
  }
  const community = communityIn(row, office)
  if (community === null) return
  const name = row.text('estate')
  const branch = name === null ? null : branchOfEstate(community.id, name, office)
  plan(row, office, named, {
    unit: branch ?? community,
    known: name === null ? null : office.estates.find(community.id, name),
    make: () => estateIn(row, community, office),
    place: headPlace(row) ?? row.text('grid'),
  })
}

/** 网格长、网格员名册: in the grid's branch, else in that of the estate, else in the community. */
export const planGridRow = (row: RowReport, office: Office): void => {
  const named = gridIn(row)
  if (named.length === 0) {
    row.refuse('name', '这一格没有填写')
    return
  }
  const community = communityIn(row, office)
  if (community === null) return
  const grid = row.text('grid')
  const ofGrid =
    grid === null
      ? undefined
      : office.units
          .under(community.id, 'branch')
          .find((branch) => branch.branchKind === 'grid' && gridKey(branch.name) === gridKey(grid))
  const estateName = row.text('estate')
  if (estateName !== null && /[、，,；;]/u.test(estateName)) {
    row.warn(`一格写了几个小区（${estateName}），${community.name}的网格不分小区登记`)
  }
  const ofEstate = estateName === null ? null : branchOfEstate(community.id, estateName, office)
  plan(row, office, named, {
    unit: ofGrid ?? ofEstate ?? community,
    known: null,
    make: () => null,
    place: grid ?? estateName,
  })
}

const gridKey = (name: string): string =>
  placeKey(groupKey(name).replace(/党支部$|支部$/u, '')).replace(/^.*社区/u, '')

/** A ledger of heads names its community; where it does not, the estate must be known in just one. */
const communityIn = (row: RowReport, office: Office): KnownUnit | null => {
  const name = row.text('community') ?? row.context.community
  if (name !== null) return communityOf(row, office, name, false)
  const estate = row.text('estate')
  const found = estate === null ? [] : office.estates.everywhere(estate)
  const communities = [...new Set(found.map((one) => one.communityId))].flatMap(
    (id) => office.units.get(id ?? '') ?? [],
  )
  const [only, ...others] = communities
  if (only !== undefined && others.length === 0) return only
  row.refuse('community', '没有写明所属社区，请加上“社区”一列，或在标题、填报单位中写明')
  return null
}

const estateIn = (row: RowReport, community: KnownUnit, office: Office): EstateRow | null => {
  const name = row.text('estate')
  if (name === null) return null
  const estate = office.estates.ensure(community.id, name, { buildingCount: null, householdCount: null }, row)
  const branch = branchOfEstate(community.id, name, office)
  if (branch !== null) office.estates.link(branch.id, estate.id, row)
  return estate
}

/** The holder of the post under the same name: with a new phone, unless that leads to somebody else. */
const stayingHolder = (post: PlacePost, facts: PersonFacts, office: Office): KnownPerson | null => {
  if (office.people.exact(facts) !== null) return null
  const holders = office.places
    .holdersAt(post)
    .flatMap(({ personId, unitId }) =>
      office.people.inUnits(facts, [unitId]).filter((person) => person.id === personId),
    )
  const [only, ...others] = holders
  return only !== undefined && others.length === 0 ? only : null
}

/** The unit of the row, then others of its community in which somebody serves at a place of that name. */
const unitsOf = (post: PlacePost, unit: KnownUnit, { units, places }: Office): readonly string[] => {
  const community = unit.kind === 'communityCommittee' ? unit.id : unit.parentId
  const isThere = (id: string): boolean => {
    for (let at = units.get(id); at !== null; at = units.get(at.parentId ?? ''))
      if (at.id === community) return true
    return false
  }
  return [unit.id, ...places.unitsAt(post).filter((id) => id !== unit.id && isThere(id))]
}

/** Where a row's posts stand: the estate as it is known, and how it is planned where it is not. */
interface At {
  readonly unit: KnownUnit
  readonly known: EstateRow | null
  readonly make: () => EstateRow | null
  readonly place: string | null
}

const plan = (row: RowReport, office: Office, named: readonly Named[], at: At): void => {
  const { unit, place } = at
  const postOf = (kind: PostKind, estate: EstateRow | null): PlacePost => ({
    kind,
    unitId: unit.id,
    unitName: estate?.name ?? unit.name,
    estateId: estate?.id ?? null,
    place: place ?? '',
    households: row.count('households'),
  })
  // All are found before anything is planned: a row that is refused leaves nothing behind.
  const found: { readonly one: Named; readonly who: FoundPerson }[] = []
  for (const one of named) {
    const post = postOf(one.kind, at.known)
    const staying = stayingHolder(post, one.facts, office)
    const who: FoundPerson | null =
      staying === null
        ? findPerson(row, office, one.facts, unitsOf(post, unit, office))
        : { kind: 'known', person: staying }
    if (who === null) return
    found.push({ one, who })
  }
  const estate = at.make()
  for (const { one, who } of found) {
    const person = takePerson(who, row, office, one.facts, null)
    office.places.hold(postOf(one.kind, estate), person, whereOf(row, one.kind, placeOf(row)), row)
  }
}
