import { memberCategoryLabels } from '../../shared/labels.ts'
import type { MemberCategory } from '../../shared/models/person.ts'
import type { TemplateRow } from '../../shared/models/template.ts'
import type { Parameter, Reader } from './reader.ts'

/** Rows of a query by pages, so that making objects of them never holds up the window; `sql` has a total order. */
export const allRows = async <Row>(
  reader: Reader,
  sql: string,
  parameters: readonly Parameter[],
): Promise<readonly Row[]> => {
  const pageSize = 1000
  const rows: Row[] = []
  for (;;) {
    const page = await reader.query<Row>(`${sql} LIMIT ? OFFSET ?`, [...parameters, pageSize, rows.length])
    rows.push(...page)
    if (page.length < pageSize) return rows
  }
}

/** A unit and all that stands below it; the first parameter is its id. */
export const below = `WITH RECURSIVE below (id) AS (
  SELECT id FROM unit WHERE id = ?
  UNION SELECT unit.id FROM below JOIN unit ON unit.parent_id = below.id
)`

/** What is known of a person, whole: a template is for contact and for the office's own rosters. */
export interface KnownPerson {
  readonly personId: string
  readonly name: string
  readonly gender: string | null
  readonly birthDate: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly phone2: string | null
  readonly occupation: string | null
  readonly address: string | null
  readonly category: MemberCategory | null
  readonly politicalStatus: string | null
}

/** To be selected where `person` is joined. */
export const personColumns = `person.id AS "personId", person.name AS "name", person.gender AS "gender",
  person.birth_date AS "birthDate", person.id_number AS "idNumber", person.phone AS "phone",
  person.phone2 AS "phone2", person.occupation AS "occupation", person.address AS "address",
  person.category AS "category", person.political_status AS "politicalStatus"`

/** A person who is still on record. */
export const onRecord = 'person.ended_on IS NULL AND person.merged_into_id IS NULL'

/** The numbers of one cell. */
export const phonesOf = ({ phone, phone2 }: Pick<KnownPerson, 'phone' | 'phone2'>): string =>
  [phone, phone2].filter((number) => number !== null && number !== '').join('、')

const partyMember: Readonly<Record<MemberCategory, string>> = {
  full: '中共党员',
  probationary: '中共预备党员',
}

const politicalOf = ({ politicalStatus, category }: KnownPerson): string | null =>
  politicalStatus ?? (category === null ? null : partyMember[category])

/** The fields that every roster of people has in common. */
export const personFields = (person: KnownPerson) => ({
  name: person.name,
  gender: person.gender,
  idNumber: person.idNumber,
  phone: phonesOf(person),
  birthDate: person.birthDate,
  address: person.address,
  politicalStatus: politicalOf(person),
})

/** What is known, as text: blanks left out. */
export const filled = (fields: Readonly<Record<string, string | number | null>>): TemplateRow =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === null || value === '' ? [] : [[field, String(value)]],
    ),
  )

interface MemberRow extends KnownPerson {
  readonly branch: string | null
  readonly ethnicity: string | null
  readonly education: string | null
  readonly joinedOn: string | null
  readonly confirmedOn: string | null
  readonly landline: string | null
  readonly partyStatus: string | null
  readonly outOfContact: number | null
  readonly outOfContactSince: string | null
  readonly floating: number | null
  readonly floatingTo: string | null
  readonly note: string
}

const yesNo = (value: number | null): string | null => (value === null ? null : value === 1 ? '是' : '否')

/** 党员花名册: the members of the community's branches, each once, in the order of the branches and of the names. */
export const loadMemberRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<MemberRow>(
    reader,
    `${below} SELECT ${personColumns}, branch.name AS "branch",
       person.ethnicity AS "ethnicity", person.education AS "education", person.joined_on AS "joinedOn",
       person.confirmed_on AS "confirmedOn", person.landline AS "landline",
       person.party_status AS "partyStatus", person.out_of_contact AS "outOfContact",
       person.out_of_contact_since AS "outOfContactSince", person.floating AS "floating",
       person.floating_to AS "floatingTo", person.note AS "note"
     FROM membership JOIN below ON below.id = membership.unit_id JOIN unit ON unit.id = membership.unit_id
       LEFT JOIN unit above ON above.id = unit.parent_id
       LEFT JOIN unit branch ON branch.kind = 'branch' AND branch.id IN (unit.id, above.id, above.parent_id)
       JOIN person ON person.id = membership.person_id
     WHERE membership.ends_on IS NULL AND ${onRecord}
     ORDER BY branch.sort, branch.id, person.reading_key, person.name, membership.id`,
    [communityId],
  )
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    // Somebody with two memberships here is one row: a second would be refused.
    if (seen.has(row.personId)) return []
    seen.add(row.personId)
    const { politicalStatus: _, ...shared } = personFields(row)
    return [
      filled({
        ...shared,
        community,
        branch: row.branch,
        ethnicity: row.ethnicity,
        education: row.education,
        category: row.category === null ? null : memberCategoryLabels[row.category],
        joinedOn: row.joinedOn,
        confirmedOn: row.confirmedOn,
        occupation: row.occupation,
        landline: row.landline,
        partyStatus: row.partyStatus,
        outOfContact: yesNo(row.outOfContact),
        outOfContactSince: row.outOfContactSince,
        floating: yesNo(row.floating),
        floatingTo: row.floatingTo,
        note: row.note,
      }),
    ]
  })
}

interface ReportingLine extends KnownPerson {
  readonly workUnit: string | null
  readonly claimedPost: string | null
  readonly specialty: string | null
  readonly partyCommittee: string | null
  readonly serviceType: string | null
  readonly startsOn: string | null
}

/** 双报到登记表: who reports to the community now. */
export const loadReportingRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<ReportingLine>(
    reader,
    `SELECT ${personColumns}, reporting.work_unit AS "workUnit", reporting.claimed_post AS "claimedPost",
       reporting.specialty AS "specialty", reporting.party_committee AS "partyCommittee",
       reporting.service_type AS "serviceType", reporting.starts_on AS "startsOn"
     FROM reporting JOIN person ON person.id = reporting.person_id
     WHERE reporting.unit_id = ? AND reporting.ends_on IS NULL AND ${onRecord}
     ORDER BY person.reading_key, person.name, reporting.id`,
    [communityId],
  )
  return rows.map(
    ({ workUnit, claimedPost, specialty, partyCommittee, serviceType, startsOn, ...person }) => {
      const { politicalStatus: _, ...shared } = personFields(person)
      return filled({
        ...shared,
        community,
        reportedOn: startsOn,
        partyCommittee,
        workUnit,
        claimedPost,
        specialty,
        serviceType,
      })
    },
  )
}

interface VolunteerLine extends KnownPerson {
  readonly team: string | null
  readonly serviceType: string | null
  readonly specialty: string | null
  readonly startsOn: string | null
}

/** 志愿者名册: who volunteers in the community now. */
export const loadVolunteerRows = async (
  reader: Reader,
  communityId: string,
  community: string,
): Promise<readonly TemplateRow[]> => {
  const rows = await allRows<VolunteerLine>(
    reader,
    `SELECT ${personColumns}, volunteer.team AS "team", volunteer.service_type AS "serviceType",
       volunteer.specialty AS "specialty", volunteer.starts_on AS "startsOn"
     FROM volunteer JOIN person ON person.id = volunteer.person_id
     WHERE volunteer.unit_id = ? AND volunteer.ends_on IS NULL AND ${onRecord}
     ORDER BY volunteer.team, person.reading_key, person.name, volunteer.id`,
    [communityId],
  )
  return rows.map(({ team, serviceType, specialty, startsOn, ...person }) =>
    filled({
      ...personFields(person),
      community,
      team,
      serviceType,
      specialty,
      registeredOn: startsOn,
      occupation: person.occupation,
    }),
  )
}
