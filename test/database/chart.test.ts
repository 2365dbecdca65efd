import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadChart } from '../../main/database/chart.ts'
import type { Database } from '../../main/database/database.ts'
import { loadTreeOn } from '../../main/database/tree-rows.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import { renameUnit } from '../../main/database/unit-rename.ts'
import { chartHandlers } from '../../main/handlers/chart.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { type ChartView, chartView } from '../../shared/requests/chart.ts'
import { contextOf } from './context.ts'
import { district, noReading, unitsOf } from './district.ts'
import { newDirectory, setUp, unitRow } from './office.ts'

const whole: ChartView = { rootId: null, asOf: null, level: 'all', opened: [], closed: [], reveal: null }

let db: Database
beforeEach(async () => {
  db = await district()
})
afterEach(() => db.close())

const unit = async (id: string) => {
  const found = (await unitsOf(db)).find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const rowsOf = async (view: Partial<ChartView>) => (await loadChart(db, { ...whole, ...view })).rows
const ids = async (view: Partial<ChartView>) => (await rowsOf(view)).map((row) => row.id)

test('levels, boxes opened and closed by hand, and what stands above a unit', async () => {
  expect(await ids({ level: 'communityCommittee' })).toEqual(['street', 'community', 'c2'])
  expect(await ids({ level: 'branch' })).toEqual([
    ...['street', 'community', 'branch', 'emergency', 'b1', 'c2', 'b2', 'b3'],
  ])
  expect(await ids({ level: 'communityCommittee', opened: ['c2', 'b2'] })).toEqual([
    ...['street', 'community', 'c2', 'b2', 'b2-g1', 'b2-g2', 'b3'],
  ])
  expect(await ids({ level: 'all', closed: ['community'], opened: ['community'] })).not.toContain('b1')
  expect(await ids({ level: 'communityCommittee', reveal: 'b3-g1' })).toContain('b3-g1')
  expect(await ids({ rootId: 'c2', level: 'communityCommittee' })).toEqual(['c2'])
  expect(await ids({ rootId: 'c2' })).toEqual(['c2', 'b2', 'b2-g1', 'b2-g2', 'b3', 'b3-g1', 'b3-g2'])
  expect((await loadChart(db, { ...whole, level: null })).level).toBe('all')
})

test('heads, members of all units below, and how many units a closed box holds', async () => {
  const rows = new Map((await rowsOf({ level: 'branch' })).map((row) => [row.id, row]))
  expect(rows.get('b1')).toMatchObject({ head: '党员0', memberCount: 4, childCount: 2, open: false })
  expect(rows.get('emergency')).toMatchObject({ head: '许文雪', memberCount: 0 })
  expect(rows.get('c2')).toMatchObject({ head: null, memberCount: 8, childCount: 2, open: true })
  expect(rows.get('street')).toMatchObject({ memberCount: 13 })
})

test('a past day shows names, places, members and heads of that day', async () => {
  // The order among siblings is always that of today.
  const picture = async () =>
    (await rowsOf({ asOf: '2026-03-31' }))
      .map(({ sort: _, ...row }) => row)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  const before = await picture()
  await renameUnit(
    db,
    { ...(await unit('b1')), name: '新名党支部', on: '2026-04-01' },
    noReading,
    '2026-04-10',
  )
  const move = { units: [await unit('b2')], parentId: 'community', beside: null, on: '2026-04-02' }
  await moveUnits(db, move, '2026-04-10')
  const gone = await unit('b3-g2')
  await dissolveUnit(db, gone.id, gone.version, '2026-04-03', '2026-04-10')
  await db.edit(setUp, async (tx) => {
    await tx.update('post', 't1', 1, { endsOn: '2026-04-05' })
    await tx.update('membership', 'k0', 1, { endsOn: '2026-04-05' })
  })
  expect(await picture()).toEqual(before)
  for (const asOf of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-09', null]) {
    const tree = await loadTreeOn(db, asOf)
    const plain = (
      rows: readonly { id: string; name: string; parentId: string | null; childCount: number }[],
    ) => rows.map(({ id, name, parentId, childCount }) => ({ id, name, parentId, childCount }))
    expect(plain(await rowsOf({ asOf })), String(asOf)).toEqual(plain(tree))
  }
  const then = new Map((await rowsOf({ asOf: '2026-04-04' })).map((row) => [row.id, row]))
  expect(then.get('b1')).toMatchObject({ head: '党员0', memberCount: 4 })
  expect(then.get('community')?.memberCount).toBe(9)
  const now = new Map((await rowsOf({})).map((row) => [row.id, row]))
  expect(now.get('b1')).toMatchObject({ head: null, memberCount: 3, name: '新名党支部' })
  expect(now.get('street')?.memberCount).toBe(12)
})

test('as many boxes as can be shown, and the answer says that there are more', async () => {
  const few = await loadChart(db, whole, 8)
  expect(few.limited).toBe(true)
  expect(few.rows.length).toBeLessThanOrEqual(8)
  expect((await loadChart(db, whole, 100)).limited).toBe(false)
})

test('a tree of a hundred thousand units opens as fast as its boxes', async () => {
  await db.edit(setUp, async (tx) => {
    for (let c = 0; c < 100; c++) {
      await tx.insert('unit', unitRow(`x${c}`, 'communityCommittee', `${c}社区党委`, 'street', 10 + c))
      const branches = Array.from({ length: 100 }, (_, b) =>
        unitRow(`x${c}-${b}`, 'branch', `${c}社区${b}党支部`, `x${c}`, b),
      )
      await tx.insertAll('unit', branches)
      await tx.insertAll(
        'unit',
        branches.flatMap((branch) =>
          Array.from({ length: 9 }, (_, g) =>
            unitRow(`${branch.id}-${g}`, 'buildingGroup', `${g}号楼`, branch.id, g),
          ),
        ),
      )
    }
  })
  const timed = async (view: Partial<ChartView>) => {
    const began = performance.now()
    const { rows, level } = await loadChart(db, { ...whole, ...view })
    return { time: performance.now() - began, count: rows.length, level }
  }
  const first = await timed({ level: null })
  expect(first).toMatchObject({ count: 103, level: 'communityCommittee' })
  expect(first.time).toBeLessThan(150)
  const past = await timed({ level: 'communityCommittee', asOf: '2026-03-31' })
  expect(past.count).toBe(103)
  expect(past.time).toBeLessThan(300)
  expect((await timed({ level: 'communityCommittee', opened: ['x7'] })).time).toBeLessThan(150)
}, 120_000)

const exportsOf = async (pictures: readonly Uint8Array[], path: string) => {
  const printed: PrintDocument[] = []
  const base = contextOf(db)
  const context = {
    ...base,
    desktop: { ...base.desktop, chooseTarget: async () => path },
    printer: {
      ...base.printer,
      pdf: async (document: PrintDocument) => {
        printed.push(document)
        return { bytes: new TextEncoder().encode('%PDF'), pages: 4 }
      },
      pictures: async (
        document: PrintDocument,
        take: (index: number, total: number, png: Uint8Array) => void,
      ) => {
        printed.push(document)
        for (const [index, png] of pictures.entries()) take(index, pictures.length, png)
        return pictures.length
      },
    },
  }
  const run = (more: { scope: 'shown' | 'all' | 'branch'; format: 'pdf' | 'png' }) =>
    chartHandlers['chart.export'](
      {
        view: chartView.parse({ ...whole, level: 'communityCommittee' }),
        paper: 'a4',
        landscape: true,
        jobId: 'j',
        ...more,
      },
      context,
    )
  return { run, printed }
}

test('exported is what is shown, all, or down to the branches', async () => {
  const path = join(newDirectory(), '架构图.pdf')
  const { run, printed } = await exportsOf([], path)
  for (const scope of ['shown', 'branch', 'all'] as const) {
    expect(await run({ scope, format: 'pdf' })).toMatchObject({ name: '架构图.pdf', pages: 4 })
  }
  const counts = printed.map((document) => (document.kind === 'chart' ? document.chart.rows.length : 0))
  expect(counts).toEqual([3, 8, 15])
  expect(printed[0]).toMatchObject({
    pictures: false,
    chart: { title: '汉江路街道党工委组织架构图', paper: 'a4' },
  })
  expect(readFileSync(path, 'utf8')).toBe('%PDF')
})

test('one picture stands under the chosen name; several get numbers and overwrite nothing', async () => {
  const folder = newDirectory()
  const png = (n: number) => new Uint8Array([n])
  const one = await exportsOf([png(1)], join(folder, '图.png'))
  expect(await one.run({ scope: 'shown', format: 'png' })).toMatchObject({ name: '图.png', pages: 1 })
  const several = await exportsOf([png(1), png(2)], join(folder, '图.png'))
  expect(await several.run({ scope: 'all', format: 'png' })).toMatchObject({ name: '图-1.png', pages: 2 })
  expect([...readFileSync(join(folder, '图-2.png'))]).toEqual([2])
  await expect(several.run({ scope: 'all', format: 'png' })).rejects.toMatchObject({
    code: 'value.invalid',
    facts: { reason: '文件夹里已有“图-1.png”，请换一个文件名' },
  })
  expect(existsSync(join(folder, '图-3.png'))).toBe(false)
})
