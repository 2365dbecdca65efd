import { branchKey, estateKey } from '../../../shared/rules/unit-names.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/** The ordinary branch of an estate: named after it, or a joint branch that is linked to it. */
export const branchOfEstate = (communityId: string, estateName: string, office: Office): KnownUnit | null => {
  const { units, estates } = office
  const branches = units.under(communityId, 'branch')
  const wanted = estateKey(estateName)
  const named = branches.find((branch) => branchKey(branch.name) === wanted)
  if (named !== undefined) return named
  const estate = estates.find(communityId, estateName)
  const linked = estate === null ? [] : estates.unitsAt(estate.id)
  return branches.find((branch) => linked.includes(branch.id)) ?? null
}

/** The emergency branch stands beside `branch` from now on. */
export const standBeside = (
  emergency: KnownUnit,
  branch: KnownUnit,
  row: RowReport,
  office: Office,
): KnownUnit => {
  const before = emergency.besideId === null ? '' : (office.units.get(emergency.besideId)?.name ?? '')
  const shown = [{ field: '对应党支部', before, after: branch.name }]
  return office.units.change(emergency, { besideId: branch.id }, row, shown)
}

/**
 * An emergency branch that was imported before the organization finds its ordinary branch when that comes: both are
 * named after the same estate.
 */
export const linkBeside = (branch: KnownUnit, communityId: string, row: RowReport, office: Office): void => {
  const key = branchKey(branch.name)
  for (const emergency of office.units.under(communityId, 'emergencyBranch')) {
    if (emergency.besideId !== null || branchKey(emergency.name) !== key) continue
    standBeside(emergency, branch, row, office)
    const estate = office.estates.find(communityId, key)
    if (estate !== null) office.estates.link(branch.id, estate.id, row)
  }
}
