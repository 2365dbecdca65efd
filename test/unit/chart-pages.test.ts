import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChartPaper, chartPapers } from '../../shared/models/chart.ts'
import { layoutChart } from '../../shared/rules/chart-layout.ts'
import {
  pageIndex,
  pageRanges,
  pagesOf,
  roomOn,
  sheetFrame,
  sheetOf,
} from '../../shared/rules/chart-pages.ts'
import { type ChartShape, type DrawnSheet, pageShapes } from '../../shared/rules/chart-shapes.ts'
import { chartImages, chartSheets, imageScale } from '../../shared/rules/chart-sheets.ts'
import { textWidth } from '../../shared/rules/chart-text.ts'
import { anyTree, streetRows } from './chart-rows.ts'

type Text = Extract<ChartShape, { kind: 'text' }>
type Box = Extract<ChartShape, { kind: 'box' }>

const textsOf = (shapes: readonly ChartShape[]): readonly Text[] =>
  shapes.filter((shape) => shape.kind === 'text')
const boxesOf = (shapes: readonly ChartShape[]): readonly Box[] =>
  shapes.filter((shape) => shape.kind === 'box')
const isLabel = (shape: Text): boolean => /^[接见]第 /.test(shape.text)

/** The place that text takes on paper. */
const placeOf = (shape: Text) => {
  const width = textWidth(shape.text, shape.size)
  const left =
    shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2
  return { left, right: left + width, top: shape.y - shape.size * 0.88, bottom: shape.y + shape.size * 0.12 }
}

const papers = fc.record({
  paper: fc.constantFrom<ChartPaper>(...chartPapers),
  landscape: fc.boolean(),
})

test('every box stands whole on exactly one page', () => {
  fc.assert(
    fc.property(anyTree, papers, (rows, { paper, landscape }) => {
      const layout = layoutChart(rows)
      const room = roomOn(sheetOf(paper, landscape))
      const pages = pagesOf(layout, room)
      const placed = pages.flatMap((page) => page.boxes.map((box) => box.row.id))
      expect([...placed].sort()).toEqual(rows.map((row) => row.id).sort())
      for (const page of pages) {
        expect(page.right - page.left).toBeLessThanOrEqual(room.width + 1e-6)
        expect(page.bottom - page.top).toBeLessThanOrEqual(room.height + 1e-6)
      }
    }),
    { numRuns: 150 },
  )
})

test('each line to another page has its label on both pages, and no label lies on a box or another label', () => {
  fc.assert(
    fc.property(anyTree, papers, (rows, { paper, landscape }) => {
      const layout = layoutChart(rows)
      const sheet = sheetOf(paper, landscape)
      const pages = pagesOf(layout, roomOn(sheet))
      const index = pageIndex(pages)
      const first = 3
      const drawn = pages.map((page) => pageShapes(layout, page, index, sheet, first))
      const labels = drawn.map((shapes) => textsOf(shapes).filter(isLabel))
      for (const { row } of layout.boxes) {
        const [here, above] = [index.get(row.id) ?? 0, index.get(row.parentId ?? '')]
        if (above === undefined || above === here) continue
        expect(labels[here]?.some(({ text }) => text.startsWith(`接第 ${above + first} 页`))).toBe(true)
        const numbers = labels[above]?.flatMap(({ text }) =>
          text.startsWith('见')
            ? text
                .slice(3, -2)
                .split('、')
                .map((range) => range.split('–').map(Number))
            : [],
        )
        const wanted = here + first
        expect(numbers?.some(([from = 0, to = from]) => from <= wanted && wanted <= to)).toBe(true)
      }
      for (const [at, shapes] of drawn.entries()) {
        const places = (labels[at] ?? []).map(placeOf)
        for (const [n, place] of places.entries()) {
          expect(place.left).toBeGreaterThanOrEqual(sheetFrame.margin - 1e-6)
          expect(place.right).toBeLessThanOrEqual(sheet.width)
          for (const box of boxesOf(shapes)) {
            const over =
              place.left < box.x + box.width &&
              place.right > box.x &&
              place.top < box.y + box.height - 0.05 &&
              place.bottom > box.y + 0.05
            expect(over, `${labels[at]?.[n]?.text} ${JSON.stringify([place, box])}`).toBe(false)
          }
          for (const other of places.slice(n + 1)) {
            const over =
              place.left < other.right &&
              place.right > other.left &&
              place.top < other.bottom &&
              place.bottom > other.top
            expect(over, `${labels[at]?.[n]?.text} ${JSON.stringify([place, other])}`).toBe(false)
          }
        }
      }
    }),
    { numRuns: 150 },
  )
})

const print = (rows = streetRows(34, 10, 3)) => ({
  title: '汉江路街道党工委组织架构图',
  day: '2026-11-25',
  paper: 'a4' as const,
  landscape: true,
  rows,
})

/** Names of sheets by their footer. */
const footOf = (sheet: DrawnSheet): string =>
  textsOf(sheet.shapes).find((shape) => shape.text.startsWith('第 '))?.text ?? ''

test('no text on paper is under 9 points, every sheet has title, day and number, nothing leaves the sheet', () => {
  const smallest = (9 / 72) * 25.4
  for (const paper of chartPapers) {
    for (const landscape of [true, false]) {
      const sheets = chartSheets({ ...print(), paper, landscape })
      for (const [at, sheet] of sheets.entries()) {
        expect(footOf(sheet)).toBe(`第 ${at + 1} 页 共 ${sheets.length} 页`)
        const words = textsOf(sheet.shapes).map((shape) => shape.text)
        expect(words).toContain('汉江路街道党工委组织架构图')
        expect(words).toContain('截至 2026-11-25')
        for (const shape of textsOf(sheet.shapes)) {
          expect(shape.size).toBeGreaterThanOrEqual(smallest)
          const place = placeOf(shape)
          expect(place.left).toBeGreaterThan(8)
          expect(place.right).toBeLessThan(sheet.width - 8)
          expect(place.bottom).toBeLessThan(sheet.height - 8)
        }
        for (const box of boxesOf(sheet.shapes)) {
          expect(box.x + box.width).toBeLessThan(sheet.width - 8)
          expect(box.y + box.height).toBeLessThan(sheet.height - 8)
        }
      }
    }
  }
})

test('the index names the page on which each branch stands', () => {
  const sheets = chartSheets(print())
  const keys = sheets.filter((sheet) => textsOf(sheet.shapes).some((shape) => shape.text.startsWith('索引')))
  expect(keys.length).toBeGreaterThan(0)
  const entries = keys.flatMap((sheet) => {
    const texts = textsOf(sheet.shapes)
    return texts.flatMap((shape) => {
      const number = texts.find((other) => other.anchor === 'end' && other.y === shape.y && other.x > shape.x)
      return /党支部$/.test(shape.text) && number !== undefined
        ? [[shape.text, Number(number.text)] as const]
        : []
    })
  })
  expect(entries).toHaveLength(340)
  for (const [name, page] of entries) {
    const words = textsOf(sheets[page - 1]?.shapes ?? []).map((shape) => shape.text)
    expect(words, `${name} ${page}`).toContain(name)
  }
})

test('a small chart is one sheet without a key; a picture is one as long as it can be, else one per sheet', () => {
  expect(chartSheets(print(streetRows(3, 2, 0)))).toHaveLength(1)
  const [whole, ...others] = chartImages(print(streetRows(9, 10, 0)))
  expect(others).toEqual([])
  expect(imageScale(whole?.width ?? 0, whole?.height ?? 0)).toBeGreaterThan(7)
  expect(chartImages(print()).length).toBeGreaterThan(1)
  expect(imageScale(297, 210)).toBeCloseTo(300 / 25.4)
  expect(imageScale(420, 297)).toBeCloseTo(300 / 25.4)
  expect(imageScale(9000, 100)).toBeNull()
})

test('page numbers that follow each other are joined', () => {
  expect(pageRanges([8, 3, 5, 6, 7, 5])).toBe('3、5–8')
})
