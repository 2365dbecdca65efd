import { memberCategoryLabels, memberKindLabels, postKindLabels } from '../../shared/labels.ts'
import type { Figure, FigurePart, SpanCount } from '../../shared/models/overview.ts'
import { memberCategories, memberKinds } from '../../shared/models/person.ts'
import type { PostKind } from '../../shared/models/post.ts'
import { ageSpans, beginningsOf, membershipSpans, type YearSpan } from '../../shared/rules/ages.ts'
import type { Parameter, Reader } from './database.ts'

/** People with a living membership who were not ended. */
const members = `person WHERE ended_on IS NULL
  AND id IN (SELECT person_id FROM membership WHERE ends_on IS NULL)`

/** 楼栋长, 单元长 and 邻长, counted as people. */
const headKinds: readonly PostKind[] = ['buildingHead', 'stairwellHead', 'neighborHead']

/** Members by 人员类别 and 党员类别; parts without anyone are left out. */
export const loadMemberFigure = async (reader: Reader): Promise<Figure> => {
  const rows = await reader.query<{ category: string | null; kind: string | null; n: number }>(
    `SELECT category AS "category", member_kind AS "kind", count(*) AS "n" FROM ${members}
     GROUP BY category, member_kind`,
  )
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, row) => total + row.n, 0)
  const parts: readonly FigurePart[] = [
    ...memberCategories.map((category) => ({
      key: `category=${category}`,
      label: memberCategoryLabels[category],
      value: sum((row) => row.category === category),
    })),
    ...memberKinds.map((kind) => ({
      key: `memberKind=${kind}`,
      label: memberKindLabels[kind],
      value: sum((row) => row.kind === kind),
    })),
  ]
  return {
    key: 'members',
    label: '党员',
    value: sum(() => true),
    parts: parts.filter((part) => part.value > 0),
  }
}

/** Heads of buildings, stairwells and neighborhoods: living posts, by kind. */
export const loadHeadsFigure = async (reader: Reader): Promise<Figure> => {
  const rows = await reader.query<{ kind: PostKind; n: number }>(
    `SELECT kind AS "kind", count(*) AS "n" FROM post
     WHERE ends_on IS NULL AND kind IN ('buildingHead', 'stairwellHead', 'neighborHead') GROUP BY kind`,
  )
  const parts = headKinds.map((kind) => ({
    key: `post=${kind}`,
    label: postKindLabels[kind],
    value: rows.find((row) => row.kind === kind)?.n ?? 0,
  }))
  return {
    key: 'heads',
    label: '楼栋长、单元长、邻长',
    value: parts.reduce((sum, part) => sum + part.value, 0),
    parts: parts.filter((part) => part.value > 0),
  }
}

/** Members by full years since a date; those without the date are left out. `today`: ISO day. */
const loadSpans = async (
  reader: Reader,
  column: 'birth_date' | 'joined_on',
  spans: readonly YearSpan[],
  today: string,
): Promise<readonly SpanCount[]> => {
  const parameters: Parameter[] = []
  const sums = spans.map((span, index) => {
    const { after, upTo } = beginningsOf(span, today)
    parameters.push(after ?? '', upTo)
    return `sum(CASE WHEN ${column} > ? AND ${column} <= ? THEN 1 ELSE 0 END) AS "n${index}"`
  })
  const [row] = await reader.query<Readonly<Record<string, number | null>>>(
    `SELECT ${sums.join(', ')} FROM ${members}`,
    parameters,
  )
  return spans.map((span, index) => ({ ...span, count: row?.[`n${index}`] ?? 0 }))
}

/** 党员年龄结构 */
export const loadAges = (reader: Reader, today: string): Promise<readonly SpanCount[]> =>
  loadSpans(reader, 'birth_date', ageSpans, today)

/** 党龄结构 */
export const loadMembershipYears = (reader: Reader, today: string): Promise<readonly SpanCount[]> =>
  loadSpans(reader, 'joined_on', membershipSpans, today)
