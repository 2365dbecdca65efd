import type { ReportingLine, VolunteerLine } from '../../../shared/models/register.ts'
import type { RegisteredFilter, RegisteredSort } from '../../../shared/requests/registers.ts'
import { maskedPhone } from '../../../shared/rules/masking.ts'
import type { Parameter, Reader } from '../database.ts'
import { placeholders } from '../dialect.ts'
import { byText } from '../people-filter.ts'
import { contactPhone } from './contact.ts'
import { holding, inOrder, type Listing, orderBy, pageOf } from './page.ts'

/** Tables of people registered in a community, and what groups them there. */
const registers = {
  volunteer: { group: 'team', searched: ['team'] },
  reporting: { group: 'work_unit', searched: ['work_unit', 'party_committee'] },
} as const
type Register = keyof typeof registers

const listingOf = (
  table: Register,
  { text, unitId }: RegisteredFilter,
  { by, descending }: RegisteredSort,
): Listing => {
  const { group, searched } = registers[table]
  const conditions = [`${table}.ends_on IS NULL`]
  const parameters: Parameter[] = []
  for (const person of byText(text ?? '')) {
    const other = holding(
      searched.map((column) => `${table}.${column}`),
      text ?? '',
    )
    conditions.push(`(${table}.person_id IN (SELECT id FROM person WHERE ${person.sql}) OR ${other.sql})`)
    parameters.push(...person.parameters, ...other.parameters)
  }
  if (unitId !== undefined) {
    conditions.push(`${table}.unit_id IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)`)
    parameters.push(unitId, unitId)
  }
  const where = conditions.join(' AND ')
  const name = [{ sql: 'person.reading_key' }, { sql: 'person.id' }, { sql: `${table}.id` }]
  // All of them by name come along the index of the names; the few that fit are found first and sorted then.
  const all = by === 'reading' && conditions.length === 1
  const joined = all ? `person CROSS JOIN ${table}` : `${table} CROSS JOIN person`
  const unit = by === 'community' ? `JOIN unit ON unit.id = ${table}.unit_id` : ''
  const first = {
    reading: [],
    community: [{ sql: 'unit.sort' }, { sql: 'unit.id' }],
    group: [{ sql: `${table}.${group}`, blank: true }],
  }[by].map((one) => ({ ...one, descending }))
  return {
    rows: `FROM ${joined} ${unit} WHERE person.id = ${table}.person_id AND ${where}`,
    counted: `FROM ${table} WHERE ${where}`,
    parameters,
    id: `${table}.id`,
    order: orderBy([
      ...first,
      ...name.map((one) => ({ ...one, descending: by === 'reading' && descending })),
    ]),
  }
}

interface Asked {
  readonly filter: RegisteredFilter
  readonly sort: RegisteredSort
  readonly from: number
  readonly count: number
}

interface Page<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

type Numbered<Line> = Omit<Line, 'phoneMasked'> & { readonly phone: string | null }

const load = async <Line extends VolunteerLine | ReportingLine>(
  reader: Reader,
  table: Register,
  columns: string,
  { filter, sort, from, count }: Asked,
): Promise<Page<Line>> => {
  const { total, ids } = await pageOf(reader, listingOf(table, filter, sort), from, count)
  if (ids.length === 0) return { total, rows: [] }
  const rows = await reader.query<Numbered<Line> & { readonly id: string }>(
    `SELECT ${table}.id AS "id", person.id AS "personId", person.name AS "name", ${contactPhone('person')} AS "phone",
       unit.name AS "communityName", ${table}.service_type AS "serviceType", ${table}.specialty AS "specialty",
       ${table}.starts_on AS "startsOn", ${columns}
     FROM ${table} JOIN person ON person.id = ${table}.person_id JOIN unit ON unit.id = ${table}.unit_id
     WHERE ${table}.id IN (${placeholders(ids.length)})`,
    ids,
  )
  const masked = inOrder(ids, rows).map(
    ({ phone, ...row }) => ({ ...row, phoneMasked: maskedPhone(phone) }) as unknown as Line,
  )
  return { total, rows: masked }
}

/** Part of the register of volunteers in service; phones masked. */
export const loadVolunteerPage = (reader: Reader, asked: Asked): Promise<Page<VolunteerLine>> =>
  load(
    reader,
    'volunteer',
    `volunteer.team AS "team", person.political_status AS "politicalStatus", person.category AS "category"`,
    asked,
  )

/** Part of the register of 双报到 that lasts; phones masked. */
export const loadReportingPage = (reader: Reader, asked: Asked): Promise<Page<ReportingLine>> =>
  load(
    reader,
    'reporting',
    `reporting.work_unit AS "workUnit", reporting.party_committee AS "partyCommittee",
       reporting.claimed_post AS "claimedPost"`,
    asked,
  )
