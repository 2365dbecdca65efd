import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StatementDocument, statementPageCount } from '../../renderer/print/statement-document.tsx'
import { statementPages, statementSheet } from '../../renderer/print/statement-layout.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import { makeStatement } from './statement-model.ts'

const bodyHeight =
  statementSheet.height -
  statementSheet.marginTop -
  statementSheet.marginBottom -
  statementSheet.head -
  statementSheet.headerRow -
  statementSheet.foot

/** Rows and columns of a rendered table, as text. */
const sheetsOf = (html: string): readonly string[] => html.split('<section').slice(1)
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')

/** Every number of branches that puts the end of the table near the end of a sheet. */
const shapes = Array.from({ length: 70 }, (_, n) => [n, 1, 3, n % 5])

test('no sheet is overfull, whatever falls on its end; every row stands once, in order', () => {
  for (const shape of shapes) {
    const statement = makeStatement(shape)
    const pages = statementPages(statement)
    for (const page of pages) {
      const used = page.lines.reduce((sum, line) => sum + line.height, 0)
      // 合计, three capital lines and the signatures: 6.6 + 15.8 + 20 mm.
      expect(used + (page.closing ? 42.4 : 0)).toBeLessThan(bodyHeight)
    }
    const numbers = pages.flatMap((page) =>
      page.lines.flatMap(({ line }) => (line.kind === 'row' ? [line.number] : [])),
    )
    expect(numbers).toEqual(Array.from({ length: shape.reduce((a, b) => a + b, 0) }, (_, i) => i + 1))
    expect(pages.filter((page) => page.closing)).toEqual(pages.slice(-1))
  }
})

test('a subtotal and the closing part never stand on a sheet without a row above them', () => {
  for (const shape of shapes) {
    for (const [index, page] of statementPages(makeStatement(shape)).entries()) {
      if (index > 0) expect(page.lines[0]?.line.kind, JSON.stringify(shape)).toBe('row')
    }
  }
})

test('the community is named on its first row of each sheet', () => {
  const pages = statementPages(makeStatement([60]))
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) {
    expect(page.lines.map((line) => line.namesCommunity)).toEqual(page.lines.map((_, index) => index === 0))
  }
})

test('long names take more rows of text, and the sheet holds fewer of them', () => {
  const long = makeStatement([40], (n) => `${n}号${'联合'.repeat(20)}小区党支部`)
  expect(statementPages(long)[0]?.lines[0]?.height).toBeGreaterThan(10)
  expect(statementPageCount(long)).toBeGreaterThan(statementPageCount(makeStatement([40])))
})

test('each sheet carries title, form number, unit and header; the last one the totals and signatures', () => {
  const statement = makeStatement([20, 30, 15])
  const sheets = sheetsOf(renderToStaticMarkup(<StatementDocument statement={statement} />))
  expect(sheets).toHaveLength(statementPageCount(statement))
  for (const [index, sheet] of sheets.entries()) {
    const text = textOf(sheet)
    for (const words of [
      '表号：街财01表',
      '2026年度预算执行情况表',
      '编制单位：汉江路街道党工委',
      '单位：元',
      '序号社区党支部预算支出结余执行率',
      `第 ${index + 1} 页 共 ${sheets.length} 页`,
    ]) {
      expect(text).toContain(words)
    }
    expect(text.includes('制表人：')).toBe(index === sheets.length - 1)
  }
  const last = textOf(sheets.at(-1) ?? '')
  expect(last).toContain(
    `合计${formatYuan(statement.total.appropriatedFen)}${formatYuan(statement.total.spentFen)}`,
  )
  expect(last).toContain(`预算：${statement.capital.appropriated}`)
  const all = textOf(sheets.join(''))
  for (const community of statement.communities) {
    expect(all).toContain(`${community.name} 小计${formatYuan(community.appropriatedFen)}`)
  }
})

test('a statement without branches is one sheet', () => {
  expect(statementPageCount(makeStatement([]))).toBe(1)
})
