import { AppError } from '../../../shared/errors.ts'
import type { PersonalField } from '../../../shared/models/person.ts'
import type { PartnerContact, PartnerLine } from '../../../shared/models/register.ts'
import type { UnitKind, UnitRef } from '../../../shared/models/unit.ts'
import { maskedPhone } from '../../../shared/rules/masking.ts'
import type { Reader } from '../database.ts'
import { placeholders } from '../dialect.ts'
import { contactField, contactPhone } from './contact.ts'
import { grouped, holding, inOrder, orderBy, pageByName } from './page.ts'

const joins = `LEFT JOIN person leader ON leader.id = partner_unit.leader_id
  LEFT JOIN person liaison ON liaison.id = partner_unit.liaison_id`

/** Part of the register of partner units, by name; phones masked. */
export const loadPartnerPage = async (
  reader: Reader,
  {
    text,
    from,
    count,
  }: { readonly text?: string | undefined; readonly from: number; readonly count: number },
): Promise<{ readonly total: number; readonly rows: readonly PartnerLine[] }> => {
  const wanted = text?.trim() ?? ''
  const named = holding(['partner_unit.name', 'leader.name', 'liaison.name'], wanted)
  const listing = {
    rows: `FROM partner_unit ${joins} ${wanted === '' ? '' : `WHERE ${named.sql}`}`,
    parameters: wanted === '' ? [] : named.parameters,
    id: 'partner_unit.id',
    order: orderBy([{ sql: 'partner_unit.id' }]),
    group: "''",
    name: 'partner_unit.name',
    descending: false,
  }
  const { total, ids } = await pageByName(reader, listing, from, count)
  return { total, rows: await linesOf(reader, ids) }
}

/** One partner unit. Throws `record.missing`. */
export const loadPartner = async (reader: Reader, id: string): Promise<PartnerLine> => {
  const [partner] = await linesOf(reader, [id])
  if (partner === undefined) throw new AppError('record.missing')
  return partner
}

interface Row {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly note: string | null
  readonly leaderPosition: string | null
  readonly leaderId: string | null
  readonly leaderName: string
  readonly leaderVersion: number
  readonly leaderPhone: string | null
  readonly leaderField: PersonalField
  readonly liaisonId: string | null
  readonly liaisonName: string
  readonly liaisonVersion: number
  readonly liaisonPhone: string | null
  readonly liaisonField: PersonalField
}

const contactColumns = (alias: 'leader' | 'liaison'): string =>
  `${alias}.id AS "${alias}Id", ${alias}.name AS "${alias}Name", ${alias}.version AS "${alias}Version",
   ${contactPhone(alias)} AS "${alias}Phone", ${contactField(alias)} AS "${alias}Field"`

const contactOf = (row: Row, alias: 'leader' | 'liaison'): PartnerContact | null => {
  const id = row[`${alias}Id`]
  if (id === null) return null
  return {
    id,
    version: row[`${alias}Version`],
    name: row[`${alias}Name`],
    phoneMasked: maskedPhone(row[`${alias}Phone`]),
    phoneField: row[`${alias}Field`],
  }
}

interface Served {
  readonly partnerId: string
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly estate: string | null
}

const linesOf = async (reader: Reader, ids: readonly string[]): Promise<readonly PartnerLine[]> => {
  if (ids.length === 0) return []
  const list = placeholders(ids.length)
  const [rows, links, branches] = await Promise.all([
    reader.query<Row>(
      `SELECT partner_unit.id AS "id", partner_unit.name AS "name", partner_unit.address AS "address",
         partner_unit.note AS "note", partner_unit.leader_position AS "leaderPosition",
         ${contactColumns('leader')}, ${contactColumns('liaison')}
       FROM partner_unit ${joins} WHERE partner_unit.id IN (${list})`,
      ids,
    ),
    reader.query<Served>(
      `SELECT partner_link.partner_unit_id AS "partnerId", unit.id AS "id", unit.kind AS "kind", unit.name AS "name",
         estate.name AS "estate"
       FROM partner_link JOIN unit ON unit.id = partner_link.unit_id
         LEFT JOIN estate ON estate.id = partner_link.estate_id
       WHERE partner_link.ends_on IS NULL AND partner_link.partner_unit_id IN (${list})
       ORDER BY unit.sort, unit.id, estate.name, partner_link.id`,
      ids,
    ),
    reader.query<Omit<Served, 'estate'>>(
      `SELECT partner_unit_id AS "partnerId", id AS "id", kind AS "kind", name AS "name" FROM unit
       WHERE kind = 'emergencyBranch' AND dissolved_on IS NULL AND partner_unit_id IN (${list}) ORDER BY sort, id`,
      ids,
    ),
  ])
  const linksOf = grouped(links, (link) => link.partnerId)
  const branchesOf = grouped(branches, (branch) => branch.partnerId)
  return inOrder(ids, rows).map((row) => {
    const served = linksOf.get(row.id) ?? []
    return {
      id: row.id,
      name: row.name,
      address: row.address,
      note: row.note,
      leader: contactOf(row, 'leader'),
      leaderPosition: row.leaderPosition,
      liaison: contactOf(row, 'liaison'),
      communities: [...new Map(served.map((link) => [link.id, refOf(link)])).values()],
      estates: served.flatMap((link) =>
        link.estate === null ? [] : [{ name: link.estate, community: refOf(link) }],
      ),
      emergencyBranches: (branchesOf.get(row.id) ?? []).map(refOf),
    }
  })
}

const refOf = ({ id, kind, name }: UnitRef): UnitRef => ({ id, kind, name })
