// The ledgers as workbooks, laid out as offices lay them out: title and unit rows, a header of one or two rows,
// merged community cells, 合计 and 制表人 at the end.
import { join } from 'node:path'
import exceljs from 'exceljs'
import { makeDistrict } from './district.mjs'
import { MEMBER_HEADERS, memberSheets } from './members.mjs'
import { emergencyBranches, organizationRows } from './offices.mjs'

const { Workbook } = exceljs

async function writeOrganization(file, rows) {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('组织架构')
  sheet.addRow(['全区街道社区小区党组织架构表'])
  sheet.mergeCells('A1:F1')
  sheet.addRow(['街道党工委', '社区党委', '小区党支部', '楼栋党小组', '党小组组长', '联系电话'])
  sheet.addRows(rows)
  await workbook.xlsx.writeFile(file)
}

async function writeEmergency(file, branches) {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('应急党支部')
  sheet.addRow(['共驻共建应急党支部名册'])
  sheet.mergeCells('A1:N1')
  sheet.addRow(
    '序号 所属社区 小区名称 应急党支部名称 支部书记 支部书记 第一书记 第一书记 第一书记 网格长 网格长 楼栋数 户数 备注'.split(
      ' ',
    ),
  )
  sheet.addRow([
    '',
    '',
    '',
    '',
    '姓名',
    '联系电话',
    '姓名',
    '包联单位\n及职务',
    '联系电话',
    '姓名',
    '联系电话',
  ])
  for (const columns of ['E2:F2', 'G2:I2', 'J2:K2']) sheet.mergeCells(columns)
  for (const column of 'ABCDLMN') sheet.mergeCells(`${column}2:${column}3`)
  let first = 4
  branches.forEach((branch, index) => {
    const { secretary, firstSecretary, gridLeader } = branch
    const { number } = sheet.addRow([
      index + 1,
      branch.community,
      branch.estate,
      branch.branch,
      secretary.name,
      secretary.phone,
      firstSecretary.name,
      firstSecretary.unit + firstSecretary.position,
      firstSecretary.phone,
      gridLeader.name,
      gridLeader.phone,
      branch.buildings,
      branch.households,
    ])
    if (branches[index + 1]?.community !== branch.community) {
      if (number > first) sheet.mergeCells(`B${first}:B${number}`)
      first = number + 1
    }
  })
  sheet.addRow(['合计', '', '', branches.length])
  sheet.addRow(['制表人：        审核人：        负责人（签字）：'])
  await workbook.xlsx.writeFile(file)
}

async function writeMembers(file, sheets) {
  const workbook = new Workbook()
  for (const { sheet: name, street, community, rows } of sheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow(['党员基本信息汇总表'])
    sheet.addRow([`填报单位：${street}${community}党委`])
    sheet.addRow(MEMBER_HEADERS)
    sheet.addRows(rows)
    sheet.addRow(['制表人：'])
    for (const column of ['G', 'J', 'K']) sheet.getColumn(column).numFmt = 'yyyy-mm-dd'
    for (const row of [1, 2]) sheet.mergeCells(row, 1, row, MEMBER_HEADERS.length)
  }
  await workbook.xlsx.writeFile(file)
}

/** Writes the three ledgers into `folder`; answers where they are and the emergency branches in them. */
export async function writeLedgers(folder) {
  const district = makeDistrict()
  const branches = emergencyBranches(district)
  const files = {
    organization: join(folder, '组织架构.xlsx'),
    emergency: join(folder, '应急党支部名册.xlsx'),
    members: join(folder, '党员花名册.xlsx'),
  }
  await writeOrganization(files.organization, organizationRows(district))
  await writeEmergency(files.emergency, branches)
  await writeMembers(files.members, memberSheets(district))
  return { ...files, branches }
}
