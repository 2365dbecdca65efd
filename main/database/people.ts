import { AppError } from '../../shared/errors.ts'
import { postKindLabels } from '../../shared/labels.ts'
import type { PersonDetail, PersonTerm, Reporting, Volunteering } from '../../shared/models/person.ts'
import { maskedIdNumber, maskedPhone } from '../../shared/rules/masking.ts'
import type { Reader } from './database.ts'
import { postsOfPerson } from './posts.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

interface Personal {
  readonly phone: string | null
  readonly phone2: string | null
  readonly idNumber: string | null
}

type Masked = 'phoneMasked' | 'phone2Masked' | 'idNumberMasked'
type Told =
  | 'branchName'
  | 'communityName'
  | 'posts'
  | 'branchId'
  | 'postList'
  | 'memberships'
  | 'reports'
  | 'volunteering'
type Row = Omit<PersonDetail, Masked | Told> & Personal & { readonly mergedIntoId: string | null }

/** Of each living row of the table: the community that its unit stands under, or is. */
const community = (table: string): string => `(
  WITH RECURSIVE above (id, parent_id, kind, name, depth) AS (
    SELECT id, parent_id, kind, name, 0 FROM unit WHERE unit.id = ${table}.unit_id
    UNION ALL
    SELECT unit.id, unit.parent_id, unit.kind, unit.name, above.depth + 1
    FROM above JOIN unit ON unit.id = above.parent_id WHERE above.depth < 16
  ) SELECT name FROM above WHERE kind = 'communityCommittee' LIMIT 1)`

/** Living ones first, then past ones, the latest first. */
const order = 'ORDER BY ends_on IS NOT NULL, ends_on DESC, starts_on DESC'

const terms = (table: 'membership' | 'reporting' | 'volunteer', more = ''): string =>
  `SELECT ${table}.id AS "id", ${table}.version AS "version", ${table}.unit_id AS "unitId",
     ${unitTitle} AS "unitName", ${community(table)} AS "communityName",
     ${table}.starts_on AS "startsOn", ${table}.ends_on AS "endsOn"${more}
   FROM ${table} JOIN unit ON unit.id = ${table}.unit_id ${joinAbove}
   WHERE ${table}.person_id = ? ${order}, ${table}.id DESC`

const reportColumns = `, reporting.work_unit AS "workUnit", reporting.claimed_post AS "claimedPost",
  reporting.specialty AS "specialty", reporting.party_committee AS "partyCommittee",
  reporting.service_type AS "serviceType"`

const volunteerColumns = `, volunteer.team AS "team", volunteer.service_type AS "serviceType",
  volunteer.specialty AS "specialty"`

/**
 * One person with every post, membership, report and volunteering, past ones included; of a record that was merged, the one that
 * stayed. Throws `record.missing`.
 */
export const loadPerson = async (reader: Reader, id: string): Promise<PersonDetail> => {
  const [people, memberships, reports, volunteering, postList] = await Promise.all([
    reader.query<Row>(
      `SELECT id AS "id", name AS "name", gender AS "gender", birth_date AS "birthDate", phone AS "phone",
         phone2 AS "phone2", id_number AS "idNumber", category AS "category", version AS "version",
         ethnicity AS "ethnicity", education AS "education", joined_on AS "joinedOn",
         confirmed_on AS "confirmedOn", occupation AS "occupation", landline AS "landline",
         address AS "address", note AS "note", member_kind AS "memberKind",
         surname_reading AS "surnameReading", ended_on AS "endedOn", ended_reason AS "endedReason",
         political_status AS "politicalStatus", merged_into_id AS "mergedIntoId"
       FROM person WHERE id = ?`,
      [id],
    ),
    reader.query<PersonTerm>(terms('membership'), [id]),
    reader.query<Reporting>(terms('reporting', reportColumns), [id]),
    reader.query<Volunteering>(terms('volunteer', volunteerColumns), [id]),
    postsOfPerson(reader, id),
  ])
  const [person] = people
  if (person === undefined) throw new AppError('record.missing')
  if (person.mergedIntoId !== null) return loadPerson(reader, person.mergedIntoId)
  const { phone, phone2, idNumber, mergedIntoId: _, ...rest } = person
  const [branch] = memberships.filter((membership) => membership.endsOn === null)
  return {
    ...rest,
    phoneMasked: maskedPhone(phone),
    phone2Masked: maskedPhone(phone2),
    idNumberMasked: maskedIdNumber(idNumber),
    landline: maskedPhone(person.landline),
    branchName: branch?.unitName ?? null,
    communityName: branch?.communityName ?? null,
    branchId: branch?.unitId ?? null,
    posts: postList
      .filter((post) => post.endsOn === null)
      .map((post) => `${post.unitName} · ${postKindLabels[post.kind]}`)
      .join('；'),
    postList,
    memberships,
    reports,
    volunteering,
  }
}
