import { AppError } from '../../shared/errors.ts'
import { postKindLabels } from '../../shared/labels.ts'
import type { PersonDetail } from '../../shared/models/person.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { maskedIdNumber, maskedPhone } from '../../shared/rules/masking.ts'
import type { Reader } from './database.ts'
import { postsOfPerson } from './posts.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

interface Personal {
  readonly id: string
  readonly phone: string | null
  readonly phone2: string | null
  readonly idNumber: string | null
}

interface Masked {
  readonly phoneMasked: string | null
  readonly phone2Masked: string | null
  readonly idNumberMasked: string | null
}

interface Place {
  readonly branchName: string | null
  readonly communityName: string | null
}

interface Member {
  readonly id: string
  readonly personId: string
  readonly unitId: string
}

interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parentId: string | null
}

const rowColumns = `id AS "id", name AS "name", gender AS "gender", birth_date AS "birthDate", phone AS "phone",
  phone2 AS "phone2", id_number AS "idNumber", category AS "category", version AS "version"`

const memberColumns = 'id AS "id", person_id AS "personId", unit_id AS "unitId"'

/** Leaves the full values behind. */
const masked = <T extends Personal>({
  phone,
  phone2,
  idNumber,
  ...rest
}: T): Omit<T, 'phone' | 'phone2' | 'idNumber'> & Masked => ({
  ...rest,
  phoneMasked: maskedPhone(phone),
  phone2Masked: maskedPhone(phone2),
  idNumberMasked: maskedIdNumber(idNumber),
})

type DetailRow = Omit<PersonDetail, keyof Masked | keyof Place | 'posts' | 'branchId' | 'postList'> & Personal

/** One person with every post, past ones included. Throws `record.missing`. */
export const loadPerson = async (reader: Reader, id: string): Promise<PersonDetail> => {
  const [people, members, held, postList, units] = await Promise.all([
    reader.query<DetailRow>(
      `SELECT ${rowColumns}, ethnicity AS "ethnicity", education AS "education", joined_on AS "joinedOn",
         confirmed_on AS "confirmedOn", occupation AS "occupation", landline AS "landline",
         address AS "address", note AS "note"
       FROM person WHERE id = ?`,
      [id],
    ),
    reader.query<Member>(
      `SELECT ${memberColumns} FROM membership
       WHERE person_id = ? AND ends_on IS NULL ORDER BY starts_on, id`,
      [id],
    ),
    reader.query<HeldPost>(`${heldPosts} AND post.person_id = ? ORDER BY post.starts_on, post.id`, [id]),
    postsOfPerson(reader, id),
    unitsById(reader),
  ])
  const [person] = people
  if (person === undefined) throw new AppError('record.missing')
  const branchId = members.at(-1)?.unitId ?? null
  return {
    ...masked(person),
    landline: maskedPhone(person.landline),
    ...placeOf(branchId ?? undefined, units),
    branchId,
    posts: held.map(textOf).join('；'),
    postList,
  }
}

interface HeldPost {
  readonly id: string
  readonly personId: string
  readonly unitName: string
  readonly kind: PostKind
}

const heldPosts = `SELECT post.id AS "id", post.person_id AS "personId", ${unitTitle} AS "unitName", post.kind AS "kind"
  FROM post JOIN unit ON unit.id = post.unit_id ${joinAbove} WHERE post.ends_on IS NULL`

/** As people read a post, e.g. “六堰社区党委 · 书记”. */
const textOf = (post: HeldPost): string => `${post.unitName} · ${postKindLabels[post.kind]}`

const unitsById = async (reader: Reader): Promise<ReadonlyMap<string, Unit>> => {
  const units = await reader.query<Unit>(
    'SELECT id AS "id", kind AS "kind", name AS "name", parent_id AS "parentId" FROM unit',
  )
  return new Map(units.map((unit) => [unit.id, unit]))
}

/** The branch's name and that of the community it stands under. */
const placeOf = (unitId: string | undefined, units: ReadonlyMap<string, Unit>): Place => {
  const branch = unitId === undefined ? undefined : units.get(unitId)
  let above = branch
  while (above !== undefined && above.kind !== 'communityCommittee') {
    above = above.parentId === null ? undefined : units.get(above.parentId)
  }
  return { branchName: branch?.name ?? null, communityName: above?.name ?? null }
}
