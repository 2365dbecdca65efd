import type { PostKind } from '../../../shared/models/post.ts'
import { branchKey } from '../../../shared/rules/unit-names.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import { communityOf } from './community.ts'
import { contactOf } from './contact.ts'
import { branchOfEstate, standBeside } from './link-beside.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

const offices: readonly { readonly field: string; readonly kind: PostKind; readonly label: string }[] = [
  { field: 'secretary', kind: 'secretary', label: '支部书记' },
  { field: 'firstSecretary', kind: 'firstSecretary', label: '第一书记' },
  { field: 'gridLeader', kind: 'gridLeader', label: '网格长' },
]

/** Whom the row names; to be known of all rows before any is planned. */
export const noteContacts = (row: RowReport, office: Office): void => {
  for (const { field } of offices) {
    const person = contactOf(row, field)
    if (person !== null) office.people.claim(person)
  }
}

/** 应急党支部名册: the emergency branch, its estate, the branch beside it, the partner unit and the three offices. */
export const planEmergencyRow = (row: RowReport, office: Office): void => {
  const name = row.text('branch') ?? ''
  const communityName = row.text('community') ?? row.context.community
  if (communityName === null) {
    row.refuse('community', '没有写明所属社区，请加上“社区”一列，或在标题、填报单位中写明')
    return
  }
  const community = communityOf(row, office, communityName)
  if (community === null) return
  const found = office.units.ensure('emergencyBranch', community.id, name, row)
  const estateName = row.text('estate') ?? branchKey(name)
  const beside = branchOfEstate(community.id, estateName, office)
  const placed = beside === null ? found : standBeside(found, beside, row, office)
  const emergency = partnered(placed, row, office)
  linkEstate(community.id, estateName, [emergency, beside], row, office)
  for (const { field, kind, label } of offices) {
    const person = contactOf(row, field)
    if (person === null) {
      row.warn(
        row.text(`${field}Phone`) === null ? `没有${label}` : `没有${label}姓名，${label}的联系电话没有导入`,
      )
      continue
    }
    office.posts.hold(
      {
        kind,
        unitId: emergency.id,
        unitName: emergency.name,
        person,
        position: kind === 'firstSecretary' ? row.text('partnerPosition') : null,
        lookIn: beside === null ? [] : [beside.id],
      },
      row,
    )
  }
}

/** With the partner unit and the note that the row gives; a blank changes nothing. */
const partnered = (unit: KnownUnit, row: RowReport, office: Office): KnownUnit => {
  const partnerName = row.text('partner')
  const partner = partnerName === null ? null : office.estates.ensurePartner(partnerName, row)
  const before = office.estates.partnerName(unit.partnerUnitId)
  const named =
    partner === null
      ? unit
      : office.units.change(unit, { partnerUnitId: partner.id }, row, [
          { field: '包联单位', before, after: partner.name },
        ])
  const note = row.text('note')
  if (note === null) return named
  return office.units.change(named, { note }, row, [{ field: '备注', before: named.note, after: note }])
}

const linkEstate = (
  communityId: string,
  name: string,
  units: readonly (KnownUnit | null)[],
  row: RowReport,
  office: Office,
): void => {
  const counts = { buildingCount: row.count('buildings'), householdCount: row.count('households') }
  const estate = office.estates.ensure(communityId, name, counts, row)
  for (const unit of units) {
    if (unit !== null) office.estates.link(unit.id, estate.id, row)
  }
}
