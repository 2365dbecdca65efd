import type { KnownUnit } from '../../database/import-snapshot.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/**
 * The community a row belongs to, planned if it is new. Its street is named above the table or, where the office has
 * only one street, that one. Refuses the row, and answers null, when it stays open which one is meant.
 */
export const communityOf = (row: RowReport, office: Office, name: string): KnownUnit | null => {
  const { units } = office
  const streetName = row.context.street
  const streets = units.under(null, 'streetCommittee')
  const street = streetName === null ? null : units.find('streetCommittee', null, streetName)
  if (street !== null) return inStreet(street, name, row, office)
  if (streetName !== null) {
    return inStreet(units.create('streetCommittee', null, streetName, row), name, row, office)
  }
  const same = units.everywhere('communityCommittee', name)
  if (same.length === 1 && same[0] !== undefined) return same[0]
  if (same.length > 1) {
    row.refuse('community', `有 ${same.length} 个街道都有“${name}”，请在表的标题或填报单位中写明街道`)
    return null
  }
  const [only] = streets
  if (only !== undefined && streets.length === 1)
    return units.ensure('communityCommittee', only.id, name, row)
  row.refuse('community', `没有找到“${name}”，请先导入组织架构，或在表的标题、填报单位中写明街道`)
  return null
}

const inStreet = (street: KnownUnit, name: string, row: RowReport, { units }: Office): KnownUnit =>
  units.find('communityCommittee', street.id, name) ??
  units.create('communityCommittee', street.id, name, row)
