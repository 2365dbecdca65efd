import { branchKey, communityKey, streetKey } from '../../../shared/rules/unit-names.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import { communityOf, similarTo } from './community.ts'
import { asNew, questionKey } from './decisions.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/**
 * The branch that `name` means, in the community that the row or its sheet is about, else anywhere in the street that
 * the sheet names. An unknown one is refused with those most like it, unless the community has no branch yet, the
 * user wants missing ones created, or decided which one is meant. `field` is the column that is refused.
 */
export const branchOf = (
  row: RowReport,
  office: Office,
  name: string,
  field = 'branch',
): KnownUnit | null => {
  const communityName = row.text('community') ?? row.context.community
  if (communityName === null) return branchAnywhere(name, row, office, field)
  const community = communityOf(row, office, communityName)
  if (community === null) return null
  const { units } = office
  const found = units.find('branch', community.id, name)
  if (found !== null) return found
  // A room may be shared by branches of several communities.
  const [elsewhere, ...others] = field === 'branch' ? [] : units.everywhere('branch', name)
  if (elsewhere !== undefined && others.length === 0) return elsewhere
  const key = questionKey('unit', 'branch', community.id, branchKey(name))
  const decided = office.decisions.of(key)
  const meant = decided === null ? null : units.get(decided)
  if (meant !== null) return meant
  const there = units.under(community.id, 'branch')
  const bare = there.every((branch) => office.edits.isNew('unit', branch.id))
  if (bare || office.decisions.createMissing || decided === asNew) {
    return units.create('branch', community.id, name, row)
  }
  refuseBranch(name, key, { community, there }, row, office, field)
  return null
}

const branchAnywhere = (name: string, row: RowReport, office: Office, field: string): KnownUnit | null => {
  const { units } = office
  const street = row.text('street') ?? row.context.street
  const everywhere = units.everywhere('branch', name)
  const same =
    street === null
      ? everywhere
      : everywhere.filter((branch) => streetKey(streetName(branch, office)) === streetKey(street))
  const [only, ...others] = same
  if (only !== undefined && others.length === 0) return only
  const key = questionKey('unit', 'branch', street === null ? null : streetKey(street), branchKey(name))
  const decided = office.decisions.of(key)
  const meant = decided === null ? null : units.get(decided)
  if (meant !== null) return meant
  if (same.length > 1) {
    row.refuse(field, `有 ${same.length} 个社区都有“${name}”，请写明所属社区`, {
      key,
      text: `“${name}”是哪个社区的党支部？`,
      options: same.map((one) => ({ value: one.id, label: `${communityName(one, office)} ${one.name}` })),
      unless: null,
    })
    return null
  }
  refuseBranch(name, key, { community: null, there: units.all('branch') }, row, office, field)
  return null
}

const communityName = (branch: KnownUnit, { units }: Office): string =>
  units.get(branch.parentId ?? '')?.name ?? ''

const streetName = (branch: KnownUnit, { units }: Office): string => {
  const parent = units.get(branch.parentId ?? '')
  return parent?.kind === 'streetCommittee' ? parent.name : (units.get(parent?.parentId ?? '')?.name ?? '')
}

const refuseBranch = (
  name: string,
  key: string,
  where: { readonly community: KnownUnit | null; readonly there: readonly KnownUnit[] },
  row: RowReport,
  office: Office,
  field: string,
): void => {
  const { community, there } = where
  const similar = similarTo(`branch/${community?.id ?? ''}`, name, there, office)
  const hint =
    similar.length === 0
      ? '请先在组织架构中新建'
      : `是否为${similar.map((one) => `“${one.name}”`).join('、')}`
  const options = [
    ...similar.map((one) => ({
      value: one.id,
      label: community === null ? `${communityName(one, office)} ${one.name}` : one.name,
    })),
    ...(community === null
      ? []
      : [{ value: asNew, label: `在${communityKey(community.name)}社区新建“${name}”` }]),
  ]
  row.refuse(
    field,
    `没有名为“${name}”的党支部，${hint}`,
    options.length === 0
      ? undefined
      : { key, text: `没有名为“${name}”的党支部，它是`, options, unless: null },
  )
}
