import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, arrangeFiles, planImport, readFiles } from '../../main/import/import-file.ts'
import { endSession } from '../../main/import/sessions.ts'
import type { TableKind } from '../../shared/models/import.ts'
import { contextOf } from './context.ts'
import { writeSheets } from './disguise/written-file.ts'
import { smallOffice } from './office.ts'

let context: Context
beforeEach(async () => {
  context = contextOf(await smallOffice())
})
afterEach(() => context.database().close())

/** Imports a sheet of a table that the user chose; answers the names of new units, and why rows were refused. */
const importSheet = (table: TableKind, rows: readonly (readonly string[])[], name = 'Sheet1') =>
  context.jobs.run('job', async (job) => {
    const content = await writeSheets('xlsx', [{ name, rows, merges: [] }])
    const { sessionId } = await readFiles(context, [{ kind: 'bytes', name: '表.xlsx', content }], job)
    await arrangeFiles(context, sessionId, [{ sheet: 0, used: true, table }], job)
    const { rejected } = await planImport(context, sessionId, true, job)
    await applyPlan(context, sessionId, job)
    endSession(sessionId)
    const units = await context.database().query<{ name: string; above: string }>(
      `SELECT unit.name AS "name", above.name AS "above" FROM unit LEFT JOIN unit above ON above.id = unit.parent_id
         WHERE length(unit.id) > 30 ORDER BY unit.name`,
    )
    return {
      units: units.map((unit) => `${unit.above} > ${unit.name}`),
      reasons: rejected.map((one) => one.reason),
    }
  })

const branches = [
  ['小区党支部', '楼栋党小组', '党小组组长'],
  ['阳光花园党支部', '1号楼党小组', '张三'],
]

test('组织架构 without its columns takes street and community from the lines above, and makes none without a name', async () => {
  const lines = [['填报单位：汉江路街道六堰社区'], ...branches]
  expect(await importSheet('organization', lines)).toEqual({
    units: ['阳光花园党支部 > 1号楼党小组', '六堰社区党委 > 阳光花园党支部'],
    reasons: [],
  })
})

test('组织架构 that says neither is refused', async () => {
  const { units, reasons } = await importSheet('organization', branches)
  expect(units).toEqual([])
  expect(reasons.length).toBeGreaterThan(0)
})

test('应急党支部名册: the sheet names the community', async () => {
  const rows = [
    ['应急党支部名称', '支部书记姓名', '支部书记联系电话'],
    ['阳光花园应急党支部', '张三', '13900001234'],
  ]
  expect(await importSheet('emergencyBranches', rows, '六堰社区')).toEqual({
    units: ['六堰社区党委 > 阳光花园应急党支部'],
    reasons: [],
  })
})
