import type { PostKind } from '../../../shared/models/post.ts'
import { placeKey } from '../../../shared/rules/places.ts'
import { communityKey, estateKey, groupKey } from '../../../shared/rules/unit-names.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import type { EstateRow } from '../../database/rows.ts'
import { communityOf } from './community.ts'
import { contactOf } from './contact.ts'
import { personOf } from './find-person.ts'
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
  const place = row.text('place') ?? ''
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

const placeOf = (row: RowReport): string => row.text('place') ?? row.text('grid') ?? ''

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
  const estate = estateIn(row, community, office)
  const unit = estate === null ? community : (branchOfEstate(community.id, estate.name, office) ?? community)
  plan(row, office, named, { unit, estate, place: row.text('place') ?? row.text('grid') })
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
  const ofEstate = estateName === null ? null : branchOfEstate(community.id, estateName, office)
  plan(row, office, named, { unit: ofGrid ?? ofEstate ?? community, estate: null, place: grid ?? estateName })
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

/** A row that names neither estate nor branch may mean somebody whose post stands in a branch of the community. */
const branchesWith = (post: PlacePost, { places, units }: Office): readonly string[] => {
  const known = places.unitsWith(post)
  if (known.size === 0) return []
  return units.under(post.unitId, 'branch').flatMap(({ id }) => (known.has(id) ? [id] : []))
}

const plan = (
  row: RowReport,
  office: Office,
  named: readonly Named[],
  at: { readonly unit: KnownUnit; readonly estate: EstateRow | null; readonly place: string | null },
): void => {
  const { unit, estate, place } = at
  for (const { kind, facts } of named) {
    const post: PlacePost = {
      kind,
      unitId: unit.id,
      unitName: estate?.name ?? unit.name,
      estateId: estate?.id ?? null,
      place: place ?? '',
      households: row.count('households'),
    }
    const lookIn = [unit.id, ...branchesWith(post, office)]
    const person = personOf(row, office, facts, { lookIn, what: null })
    if (person === null) return
    office.places.hold(post, person, whereOf(row, kind, placeOf(row)), row)
  }
}
