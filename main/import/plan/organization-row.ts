import { contactOf } from './contact.ts'
import { linkBeside } from './link-beside.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/** Whom the row names; to be known of all rows before any is planned. */
export const noteLeader = (row: RowReport, office: Office): void => {
  const leader = contactOf(row, 'leader')
  if (leader !== null) office.people.claim(leader)
}

/** 组织架构: street, community, branch, building group and its leader. */
export const planOrganizationRow = (row: RowReport, office: Office): void => {
  const { units, posts } = office
  const streetName = row.text('street') ?? row.context.street
  const communityName = row.text('community') ?? row.context.community
  if (streetName === null || communityName === null) {
    const [field, what] = streetName === null ? ['street', '街道'] : ['community', '社区']
    row.refuse(field, `没有写明所属${what}，请加上“${what}”一列，或在标题、填报单位中写明`)
    return
  }
  const street = units.ensure('streetCommittee', null, streetName, row)
  const community = units.ensure('communityCommittee', street.id, communityName, row)
  const branch = units.ensure('branch', community.id, row.text('branch') ?? '', row)
  linkBeside(branch, community.id, row, office)
  const leader = contactOf(row, 'leader')
  const groupName = row.text('group')
  if (groupName === null) {
    if (leader !== null) row.warn('没有写党小组，组长没有导入')
    return
  }
  const group = units.ensure('buildingGroup', branch.id, groupName, row)
  if (leader === null) {
    if (row.text('leaderPhone') !== null) row.warn('填了联系电话但没有党小组组长，电话没有导入')
    return
  }
  posts.hold(
    {
      kind: 'groupLeader',
      unitId: group.id,
      unitName: `${branch.name}${group.name}`,
      person: leader,
      position: null,
      lookIn: [branch.id],
    },
    row,
  )
}
