import { nearest, oneSlipApart } from '../../../shared/rules/nearest.ts'
import { communityKey, streetKey } from '../../../shared/rules/unit-names.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import { asNew, questionKey } from './decisions.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/**
 * The community a row belongs to. Its street is named by the row, above the table or, where the office has only one
 * street, that one. An unknown community of a known street is planned for ledgers that bring the organization
 * (`creates`), where the user wants missing ones created, or said so. Refuses the row, and answers null, when it
 * stays open which one is meant.
 */
export const communityOf = (
  row: RowReport,
  office: Office,
  name: string,
  creates = true,
): KnownUnit | null => {
  const { units, decisions } = office
  const said = row.text('street') ?? row.context.street
  const street = streetOf(said, office)
  const known =
    street !== null
      ? listOf(units.find('communityCommittee', street.id, name))
      : said === null
        ? units.everywhere('communityCommittee', name)
        : []
  const [only, ...others] = known
  if (only !== undefined && others.length === 0) return only
  const elsewhere =
    known.length === 0 && row.text('street') === null ? inOtherStreet(name, row, office) : null
  if (elsewhere !== null) return elsewhere
  const at = street?.id ?? (said === null ? null : streetKey(said))
  const key = questionKey('unit', 'communityCommittee', at, communityKey(name))
  const decided = decisions.of(key)
  const meant = decided === null ? null : units.get(decided)
  if (meant !== null) return meant
  if (known.length > 1) {
    row.refuse('community', `有 ${known.length} 个街道都有“${name}”，请在表的标题或填报单位中写明街道`, {
      key,
      text: `“${name}”是哪个街道的社区？`,
      options: known.map((one) => ({
        value: one.id,
        label: `${units.get(one.parentId ?? '')?.name ?? ''} ${one.name}`,
      })),
      unless: null,
    })
    return null
  }
  const wanted = decisions.createMissing || decided === asNew
  if (street !== null || said !== null) {
    const misspelt = street !== null && likeKnown(name, street, office)
    if (wanted || (creates && !misspelt)) {
      // A street that only a title names is made with its first community, never for itself.
      const parent = street ?? units.create('streetCommittee', null, said ?? '', row)
      return units.create('communityCommittee', parent.id, name, row)
    }
  }
  refuseCommunity(name, key, { street, named: street?.name ?? said }, row, office)
  return null
}

/** 六棱社区 beside a known 六堰社区 is a slip of the pen until somebody says otherwise. */
const likeKnown = (name: string, street: KnownUnit, { units, edits }: Office): boolean =>
  units
    .under(street.id, 'communityCommittee')
    .some((one) => !edits.isNew('unit', one.id) && oneSlipApart(communityKey(name), communityKey(one.name)))

/**
 * A line above the table names the street that drew the list up, which may gather communities of others: one that is
 * known just once is meant, and that is told once.
 */
const inOtherStreet = (name: string, row: RowReport, office: Office): KnownUnit | null => {
  const { units } = office
  const [only, ...others] = units.everywhere('communityCommittee', name)
  if (only === undefined || others.length > 0 || office.edits.isNew('unit', only.id)) return null
  if (!office.told.has(row.row.sheet)) {
    office.told.add(row.row.sheet)
    row.warn(
      `表上写的是${row.context.street ?? ''}，“${only.name}”等属于${units.get(only.parentId ?? '')?.name ?? ''}等其他街道，各按所属街道导入`,
    )
  }
  return only
}

const listOf = (unit: KnownUnit | null): readonly KnownUnit[] => (unit === null ? [] : [unit])

/** The street that the row or its sheet names, or null; where none is named, the only one there is. */
const streetOf = (said: string | null, { units }: Office): KnownUnit | null => {
  if (said !== null) return units.find('streetCommittee', null, said)
  const [only, ...others] = units.under(null, 'streetCommittee')
  return only !== undefined && others.length === 0 ? only : null
}

const refuseCommunity = (
  name: string,
  key: string,
  where: { readonly street: KnownUnit | null; readonly named: string | null },
  row: RowReport,
  office: Office,
): void => {
  const { units } = office
  const { street, named } = where
  const there =
    street === null ? units.all('communityCommittee') : units.under(street.id, 'communityCommittee')
  const similar = similarTo(`community/${street?.id ?? ''}`, name, there, office)
  const options = [
    ...similar.map((one) => ({ value: one.id, label: one.name })),
    ...(named === null ? [] : [{ value: asNew, label: `在${named}新建“${name}”` }]),
  ]
  const hint =
    similar.length > 0
      ? `，是否为${similar.map((one) => `“${one.name}”`).join('、')}`
      : named === null
        ? '，请先导入组织架构，或在表的标题、填报单位中写明街道'
        : '，请先导入组织架构，或选择新建缺少的社区和党支部'
  row.refuse(
    'community',
    `没有找到“${name}”${hint}`,
    options.length === 0 ? undefined : { key, text: `没有找到社区“${name}”，它是`, options, unless: null },
  )
}

/** The units whose names look most like `name`, found once for each name. */
export const similarTo = (
  where: string,
  name: string,
  units: readonly KnownUnit[],
  office: Office,
): readonly KnownUnit[] => {
  const key = `${where}/${name}`
  let names = office.similarNames.get(key)
  if (names === undefined) {
    names = nearest(name, new Set(units.map((unit) => unit.name)))
    office.similarNames.set(key, names)
  }
  return names.flatMap((one) => units.find((unit) => unit.name === one) ?? [])
}
