import type { CardContact, CardContent, CardFirstSecretary } from '../../shared/models/card.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { gapsOf } from '../../shared/rules/gaps.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'

interface EmergencyRow {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly besideId: string | null
  readonly partnerUnit: string | null
  readonly sort: number
}

interface ParentRow {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parentId: string | null
  readonly sort: number
}

interface ContactRow {
  readonly unitId: string
  readonly kind: PostKind
  readonly position: string | null
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly phone2: string | null
}

interface EstateOfUnit {
  readonly unitId: string
  readonly name: string
}

const contactKinds = ['secretary', 'firstSecretary', 'gridLeader'] as const

/**
 * What the card of every living emergency branch says, in the order of the tree (street, community, branch).
 * Everything is read from living units and posts at this moment; phones in full, since a card is for contact.
 */
export const listCards = async (db: Reader): Promise<readonly CardContent[]> => {
  const branches = await db.query<EmergencyRow>(
    `SELECT u.id AS "id", u.name AS "name", u.parent_id AS "parentId", u.beside_id AS "besideId",
        u.sort AS "sort", p.name AS "partnerUnit"
      FROM unit u LEFT JOIN partner_unit p ON p.id = u.partner_unit_id
      WHERE u.kind = 'emergencyBranch' AND u.dissolved_on IS NULL`,
  )
  if (branches.length === 0) return []
  const parents = await db.query<ParentRow>(
    `SELECT id AS "id", kind AS "kind", name AS "name", parent_id AS "parentId", sort AS "sort" FROM unit
      WHERE kind IN ('streetCommittee', 'communityCommittee', 'branch')`,
  )
  const contacts = await db.query<ContactRow>(
    `SELECT o.unit_id AS "unitId", o.kind AS "kind", o.position AS "position", p.id AS "personId",
        p.name AS "name", p.phone AS "phone", p.phone2 AS "phone2"
      FROM post o JOIN unit u ON u.id = o.unit_id JOIN person p ON p.id = o.person_id
      WHERE u.kind = 'emergencyBranch' AND o.ends_on IS NULL AND o.kind IN (${placeholders(contactKinds.length)})
      ORDER BY o.starts_on, o.id`,
    contactKinds,
  )
  const estates = await db.query<EstateOfUnit>(
    `SELECT l.unit_id AS "unitId", e.name AS "name" FROM unit_estate l JOIN estate e ON e.id = l.estate_id
      WHERE l.ends_on IS NULL ORDER BY e.name`,
  )
  return assemble(branches, parents, contacts, estates)
}

const assemble = (
  branches: readonly EmergencyRow[],
  parents: readonly ParentRow[],
  contacts: readonly ContactRow[],
  estates: readonly EstateOfUnit[],
): readonly CardContent[] => {
  const units = new Map(parents.map((parent) => [parent.id, parent]))
  // Sorted by the day the post began: of two living posts of a kind the later one wins.
  const held = new Map(contacts.map((contact) => [`${contact.unitId} ${contact.kind}`, contact]))
  const estatesOf = new Map<string, string[]>()
  for (const { unitId, name } of estates) estatesOf.set(unitId, [...(estatesOf.get(unitId) ?? []), name])
  const placed = branches.map((branch) => ({ branch, above: ancestors(branch, units) }))
  return placed
    .toSorted((a, b) => compareSorts(sortsOf(a.branch, a.above), sortsOf(b.branch, b.above)))
    .map(({ branch, above }) => {
      const of = (kind: PostKind) => held.get(`${branch.id} ${kind}`)
      const own = estatesOf.get(branch.id) ?? estatesOf.get(branch.besideId ?? '') ?? []
      return withGaps({
        unitId: branch.id,
        branch: branch.name,
        community: above.find((unit) => unit.kind === 'communityCommittee')?.name ?? null,
        street: above.find((unit) => unit.kind === 'streetCommittee')?.name ?? null,
        estate: own.length === 0 ? null : own.join('、'),
        secretary: contactOf(of('secretary')),
        firstSecretary: firstSecretaryOf(of('firstSecretary'), branch.partnerUnit),
        gridLeader: contactOf(of('gridLeader')),
      })
    })
}

/** From the nearest upwards; a branch without a parent stands where the branch beside it stands. */
const ancestors = (branch: EmergencyRow, units: ReadonlyMap<string, ParentRow>): readonly ParentRow[] => {
  const found: ParentRow[] = []
  let at = units.get(branch.parentId ?? branch.besideId ?? '')
  while (at !== undefined && !found.includes(at)) {
    found.push(at)
    at = units.get(at.parentId ?? '')
  }
  return found
}

const sortsOf = (branch: EmergencyRow, above: readonly ParentRow[]): readonly number[] => {
  const sortOf = (kind: UnitKind) => above.find((unit) => unit.kind === kind)?.sort ?? -1
  return [sortOf('streetCommittee'), sortOf('communityCommittee'), branch.sort]
}

const compareSorts = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0

const contactOf = (row: ContactRow | undefined): CardContact | null => {
  if (row === undefined) return null
  const [phone = null, phone2 = null] = [row.phone, row.phone2].filter((number) => number !== null)
  return { personId: row.personId, name: row.name, phone, phone2 }
}

const firstSecretaryOf = (
  row: ContactRow | undefined,
  partnerUnit: string | null,
): CardFirstSecretary | null => {
  const contact = contactOf(row)
  return contact === null ? null : { ...contact, partnerUnit, position: row?.position ?? null }
}

const withGaps = (card: Omit<CardContent, 'gaps'>): CardContent => {
  const contacts = contactKinds.flatMap((kind) => {
    const contact = card[kind]
    return contact === null ? [] : ([[kind, contact.phone !== null]] as const)
  })
  return { ...card, gaps: gapsOf('emergencyBranch', new Map(contacts)) }
}
