import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { dataRows } from '../../main/import/data-rows.ts'
import { locateTable } from '../../main/import/locate-table.ts'
import { headerMatcher } from '../../main/import/match-header.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { contextOf } from '../../main/import/sheet-context.ts'
import { sheets } from '../../shared/sheets/all.ts'

test('x', async () => {
  const matchers = Object.values(sheets).map(headerMatcher)
  for (const f of ['组织架构', '应急党支部名册', '党员花名册']) {
    const wb = await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${f}.xlsx`)), `${f}.xlsx`)
    const t0 = performance.now()
    let n = 0
    for (const [i, g] of wb.grids.entries()) {
      const t = locateTable(g, matchers, { fileName: `${f}.xlsx` })
      if (t === null) { console.log('null', g.name); continue }
      const rows = dataRows(g, t)
      n += rows.length
      if (i < 2) console.log(g.name, t.sheet.table, t.sure, t.headerTop, t.headerBottom, t.columns.map((c) => `${c.index}${c.column.field}:${c.how}:${c.sure}`).join(' '), t.ignored, t.above, contextOf(g.name, t).community, contextOf(g.name, t).street)
    }
    console.log(f, n, performance.now() - t0)
  }
  const g = { name: '志愿者', merges: [], rows: [['序号','姓名','性别','身份证号','政治面貌','所属社区','小区','服务队','服务类别','特长','联系电话','注册日期','工作单位','备注'], ...Array.from({ length: 50511 }, (_, i) => [String(i + 1), '张三', '男', '420302198001010000', '群众', '六堰社区', '百二河雅苑', '六堰社区志愿服务队', '环境卫生', '无', '13800000000', '2024-01-01', '区税务局', null])] }
  for (let k = 0; k < 3; k++) {
    let t0 = performance.now()
    const t = locateTable(g, matchers, { fileName: 'a.xlsx' })!
    const t1 = performance.now()
    const rows = dataRows(g, t)
    console.log('locate', t1 - t0, 'rows', performance.now() - t1, rows.length, t.sheet.table, t.sure)
  }
})
