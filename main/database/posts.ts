import type { Post } from '../../shared/models/post.ts'
import { postKinds } from '../../shared/models/post.ts'
import { maskedPhone } from '../../shared/rules/masking.ts'
import type { Reader } from './database.ts'
import { joinAbove, unitTitle } from './unit-title.ts'

interface Row extends Omit<Post, 'phoneMasked' | 'phone2Masked'> {
  readonly phone: string | null
  readonly phone2: string | null
}

/** Held posts first, in the order of the kinds, then past ones, the latest first. */
const inOrder = (a: Post, b: Post): number => {
  if (a.endsOn === null || b.endsOn === null) {
    if (a.endsOn !== b.endsOn) return a.endsOn === null ? -1 : 1
    return postKinds.indexOf(a.kind) - postKinds.indexOf(b.kind)
  }
  return b.endsOn < a.endsOn ? -1 : b.endsOn > a.endsOn ? 1 : 0
}

const loadPosts = async (
  reader: Reader,
  column: 'unit_id' | 'person_id',
  id: string,
): Promise<readonly Post[]> => {
  const rows = await reader.query<Row>(
    `SELECT post.id AS "id", post.kind AS "kind", post.unit_id AS "unitId", ${unitTitle} AS "unitName",
       post.person_id AS "personId", person.name AS "personName", person.version AS "personVersion",
       person.phone AS "phone", person.phone2 AS "phone2", post.position AS "position",
       post.households AS "households", estate.name AS "estateName", post.place AS "place",
       post.starts_on AS "startsOn", post.ends_on AS "endsOn", post.version AS "version"
     FROM post JOIN unit ON unit.id = post.unit_id ${joinAbove}
       JOIN person ON person.id = post.person_id LEFT JOIN estate ON estate.id = post.estate_id
     WHERE post.${column} = ? ORDER BY post.starts_on, person.pinyin, post.id`,
    [id],
  )
  return rows
    .map(
      ({ phone, phone2, ...post }): Post => ({
        ...post,
        phoneMasked: maskedPhone(phone),
        phone2Masked: maskedPhone(phone2),
      }),
    )
    .sort(inOrder)
}

/** Every post of a unit, past ones included; phones masked. */
export const postsOfUnit = (reader: Reader, unitId: string): Promise<readonly Post[]> =>
  loadPosts(reader, 'unit_id', unitId)

/** Every post of a person, past ones included; phones masked. */
export const postsOfPerson = (reader: Reader, personId: string): Promise<readonly Post[]> =>
  loadPosts(reader, 'person_id', personId)
