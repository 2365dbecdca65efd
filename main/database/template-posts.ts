import { postKindLabels } from '../../shared/labels.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { TemplatePlace, TemplateRow } from '../../shared/models/template.ts'
import { placeholders } from './dialect.ts'
import type { Reader } from './reader.ts'
import {
  allRows,
  below,
  filled,
  type KnownPerson,
  onRecord,
  personColumns,
  personFields,
} from './template-people.ts'

interface PostLine extends KnownPerson {
  readonly kind: PostKind
  readonly estate: string | null
  readonly place: string | null
  readonly households: number | null
}

/** 1号楼 before 10号楼. */
const byNumber = new Intl.Collator('zh-CN', { numeric: true })

/**
 * The living posts of some kinds in the community and below it, by what the ledger leaves blank where it repeats: those
 * without it come first, where no value above could be taken for theirs. Those of emergency branches belong to another
 * ledger.
 */
const loadPostLines = async (
  reader: Reader,
  communityId: string,
  kinds: readonly PostKind[],
  repeats: 'estate' | 'place',
): Promise<readonly PostLine[]> => {
  const rows = await allRows<PostLine>(
    reader,
    `${below} SELECT ${personColumns}, post.kind AS "kind", estate.name AS "estate", post.place AS "place",
       post.households AS "households"
     FROM post JOIN below ON below.id = post.unit_id JOIN unit ON unit.id = post.unit_id
       JOIN person ON person.id = post.person_id LEFT JOIN estate ON estate.id = post.estate_id
     WHERE post.ends_on IS NULL AND unit.kind <> 'emergencyBranch' AND unit.dissolved_on IS NULL
       AND post.kind IN (${placeholders(kinds.length)}) AND ${onRecord}
     ORDER BY post.id`,
    [communityId, ...kinds],
  )
  return rows.toSorted(
    (a, b) =>
      byNumber.compare(a[repeats] ?? '', b[repeats] ?? '') ||
      byNumber.compare(a.estate ?? '', b.estate ?? '') ||
      byNumber.compare(a.place ?? '', b.place ?? '') ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      byNumber.compare(a.name, b.name),
  )
}

const postRow = (
  line: PostLine,
  { street, community }: TemplatePlace,
  placeField: 'place' | 'grid',
): TemplateRow => {
  const { birthDate: _, address: __, ...person } = personFields(line)
  return filled({
    ...person,
    street,
    community,
    estate: line.estate,
    [placeField]: line.place,
    office: postKindLabels[line.kind],
    households: line.households,
  })
}

/** 楼栋长单元长台账: a head a row. */
export const loadHeadRows = async (
  reader: Reader,
  communityId: string,
  at: TemplatePlace,
): Promise<readonly TemplateRow[]> => {
  const kinds = ['buildingHead', 'stairwellHead', 'neighborHead'] as const
  const lines = await loadPostLines(reader, communityId, kinds, 'estate')
  return lines.map((line) => postRow(line, at, 'place'))
}

/** 网格长网格员名册: a person a row. */
export const loadGridStaffRows = async (
  reader: Reader,
  communityId: string,
  at: TemplatePlace,
): Promise<readonly TemplateRow[]> => {
  const lines = await loadPostLines(reader, communityId, ['gridLeader', 'gridWorker'], 'place')
  return lines.map((line) => postRow(line, at, 'grid'))
}
