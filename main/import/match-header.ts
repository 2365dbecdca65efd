import type { HowFound } from '../../shared/models/import.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import {
  bareHeader,
  isAboutOthers,
  isNote,
  namesAnOffice,
  onlyGathers,
  openedHeader,
  plainHeader,
} from './header-text.ts'
import { similarity, unconfused } from './similar-header.ts'

/** A column that a header may name, and how surely. */
export interface Candidate {
  readonly column: Column
  readonly how: HowFound
  readonly sure: number
}

/** A column with its names as they are compared. */
interface Known {
  readonly column: Column
  readonly label: string
  readonly labels: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  /** 支部书记姓名: heading and label in one. */
  readonly joined: ReadonlySet<string>
}

const know = (column: Column): Known => {
  const labels = new Set([column.label, ...(column.synonyms ?? [])].map(plainHeader))
  const groups = new Set(
    (column.group === undefined ? [] : [column.group, ...(column.groupSynonyms ?? [])]).map(plainHeader),
  )
  return {
    column,
    label: plainHeader(column.label),
    labels,
    groups,
    joined: new Set([...groups].flatMap((g) => [...labels].flatMap((l) => [g + l, `${g}的${l}`]))),
  }
}

const has = (names: ReadonlySet<string>, header: string): boolean =>
  names.has(header) || names.has(bareHeader(header))

/** 100 for the very label, 96 for a synonym, a little less with a note or unit beside it; 0 when it is neither. */
const exactly = (known: Known, header: string): number => {
  if (header === known.label) return 100
  if (known.labels.has(header)) return 96
  const bare = bareHeader(header)
  if (bare === known.label) return 98
  return known.labels.has(bare) ? 94 : 0
}

const gathered = (heading: string): string => heading.replace(/(?:基本)?(?:信息|情况|资料)$/u, '')

/** Headings from top to bottom with units and notes put back to the heading they belong to. */
const meaningful = (path: readonly string[]): readonly string[] => {
  const parts: string[] = []
  for (const part of path) {
    const last = parts.at(-1)
    if (last !== undefined && isNote(part)) parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts.filter(
    (part, index) => index === parts.length - 1 || !onlyGathers(part) || namesAnOffice(part),
  )
}

const personal: ReadonlySet<Column['type']> = new Set(['name', 'phones', 'idNumber', 'gender', 'landline'])

const ungrouped = (known: Known, path: readonly string[]): Omit<Candidate, 'column'> | null => {
  const leaf = path.at(-1) ?? ''
  const headings = path.slice(0, -1)
  if (path.some(isAboutOthers) && !path.some((part) => has(known.labels, part))) return null
  const whole = path.length > 1 ? exactly(known, path.join('')) : 0
  if (whole > 0) return { how: 'header', sure: whole }
  if (headings.some(isAboutOthers)) return null
  if (personal.has(known.column.type) && headings.some(namesAnOffice)) return null
  // A heading that nobody knows does not change what its columns are called, yet it may.
  const less = headings.length * 10
  const exact = exactly(known, leaf)
  if (exact > 0) return { how: 'header', sure: exact - less }
  const like = similarity(leaf, known.labels)
  return like > 0 ? { how: 'similar', sure: Math.max(50, like - less) } : null
}

/** What the columns left of a header tell: whose name it was, and which labels need no heading. */
interface Beside {
  readonly groupBefore: string | null
  readonly alone: ReadonlySet<string>
}

const underHeading = (known: Known, heading: string, leaf: string): Omit<Candidate, 'column'> | null => {
  const exact = exactly(known, leaf)
  const sameGroup = has(known.groups, heading) || has(known.groups, gathered(heading))
  if (sameGroup && exact > 0) return { how: 'header', sure: exact }
  if (isAboutOthers(heading)) return null
  const likeLeaf = sameGroup ? similarity(leaf, known.labels) : 0
  if (likeLeaf > 0) return { how: 'similar', sure: likeLeaf }
  const likeGroup = exact > 0 ? similarity(gathered(heading), known.groups) : 0
  return likeGroup > 0 ? { how: 'similar', sure: Math.min(80, likeGroup) } : null
}

const grouped = (known: Known, path: readonly string[], beside: Beside): Omit<Candidate, 'column'> | null => {
  const { column, labels, groups, joined } = known
  const leaf = path.at(-1) ?? ''
  const heading = path.at(-2)
  if ((has(joined, leaf) || joined.has(openedHeader(leaf))) && !path.some(isAboutOthers)) {
    return { how: 'header', sure: 98 }
  }
  if (heading !== undefined) return underHeading(known, heading, leaf)
  // One header row: 支部书记姓名 and 支部书记联系电话, or 支部书记 with a bare 联系电话 after it.
  if (column.type === 'name' && has(groups, leaf)) return { how: 'header', sure: 96 }
  if (beside.groupBefore === column.group && has(labels, leaf)) return { how: 'header', sure: 94 }
  if (has(labels, leaf) && (beside.alone.has(leaf) || beside.alone.has(bareHeader(leaf)))) {
    return { how: 'header', sure: 90 }
  }
  const like = similarity(leaf, joined)
  return like > 0 ? { how: 'similar', sure: like } : null
}

/** The columns of a ledger, ready to be found in many header rows. */
export const headerMatcher = (sheet: Sheet) => {
  const known = sheet.columns.map(know)
  const words = new Set(known.flatMap((one) => [...one.labels, ...one.groups, ...one.joined]))
  const uses = (label: string): number => known.filter((one) => one.labels.has(label)).length
  /** Labels that only one column has need no heading. */
  const alone = new Set([...words].filter((word) => uses(word) === 1))
  const misspelt = new Set([...words].map(unconfused))
  const memory = new Map<string, readonly Candidate[]>()
  const find = (path: readonly string[], groupBefore: string | null): readonly Candidate[] => {
    const parts = meaningful(path)
    const beside = { groupBefore, alone }
    const all = known.flatMap((one): Candidate[] => {
      const { column } = one
      const match = column.group === undefined ? ungrouped(one, parts) : grouped(one, parts, beside)
      return match === null ? [] : [{ column, ...match }]
    })
    const exact = all.filter(({ how }) => how === 'header')
    const best = exact.length > 0 ? exact : all
    const before = best.find(({ column }) => column.group !== undefined && column.group === groupBefore)
    return best
      .map((one) =>
        // A bare 联系电话 right after 网格长 is that leader's rather than the row's person's.
        before !== undefined && one.column.group === undefined && parts.length === 1
          ? { ...one, sure: Math.min(one.sure, 88) }
          : one,
      )
      .sort((a, b) => b.sure - a.sure)
  }
  return {
    sheet,
    words,
    /** True when a cell may be part of this ledger's header. */
    isWord: (header: string): boolean =>
      has(words, header) ||
      (header.length >= 2 && header.length <= 20 && misspelt.has(unconfused(bareHeader(header)))),
    /**
     * The columns that a header `path` (plain headings from top to bottom) may name, the likeliest first.
     * `groupBefore` is the heading that the columns left of it stand under.
     */
    candidates: (path: readonly string[], groupBefore: string | null): readonly Candidate[] => {
      const key = `${path.join('\n')}\t${groupBefore ?? ''}`
      const before = memory.get(key)
      if (before !== undefined) return before
      const found = find(path, groupBefore)
      if (memory.size < 2000) memory.set(key, found)
      return found
    },
  }
}

export type HeaderMatcher = ReturnType<typeof headerMatcher>
