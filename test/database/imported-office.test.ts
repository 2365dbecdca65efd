import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { loadOverview } from '../../main/database/overview.ts'
import { find } from '../../main/database/search.ts'
import { loadCounts, loadTree } from '../../main/database/tree.ts'
import { loadUndoState } from '../../main/database/undo.ts'
import { loadUnit } from '../../main/database/units.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { emptyOffice, redoNext, undoNext } from './office.ts'

const importLedger = (context: Context, name: string) =>
  context.jobs.run('job', async (job) => {
    const path = resolve(import.meta.dirname, '../fixtures', name)
    const { planId } = await previewFile(context, { kind: 'path', path }, job)
    return applyPlan(context, planId, job)
  })

const gapsOfTree = async (context: Context) => {
  const gaps = (await loadTree(context.database())).flatMap((unit) => unit.gaps)
  return Object.fromEntries([...new Set(gaps)].map((gap) => [gap, gaps.filter((g) => g === gap).length]))
}

test('an imported office: tree, gaps, overview and search; each import is one step that can be undone', async () => {
  const context = contextOf(await emptyOffice())
  const db = context.database()
  await importLedger(context, '组织架构.xlsx')
  expect(await gapsOfTree(context)).toEqual({ noSecretary: 335 })
  const charted = await loadCounts(db)
  await importLedger(context, '应急党支部名册.xlsx')
  expect((await loadCounts(db)).emergencyBranches).toBe(93)
  expect(await gapsOfTree(context)).toEqual({ noFirstSecretary: 2, noSecretary: 335 })

  const overview = await loadOverview(db, 2026, '2026-11-24')
  expect(overview.todos.slice(0, 3).map((todo) => todo.gap)).toEqual([
    'noFirstSecretary',
    'noFirstSecretary',
    'noSecretary',
  ])
  expect(overview.communities).toHaveLength(34)
  expect(overview.communities.reduce((sum, c) => sum + c.branches, 0)).toBe(335)
  expect(overview.communities.reduce((sum, c) => sum + c.groups, 0)).toBe(1077)

  const [hit] = await find(db, '百二河雅苑小区应急')
  if (hit?.kind !== 'unit') throw new Error('the emergency branch is not found')
  expect(hit.path).toMatch(/汉江路街道.* \/ 六堰社区/)
  const unit = await loadUnit(db, hit.unit.id)
  expect(unit.posts.map((post) => [post.kind, post.personName, post.phoneMasked])).toEqual([
    ['secretary', '许文雪', '150****5541'],
    ['firstSecretary', '邹芳磊', '138****9448'],
    ['gridLeader', '白勇文', '138****2809'],
  ])
  expect(unit.partnerUnit?.name).toBe('区税务局')
  expect(unit.beside?.kind).toBe('branch')

  await undoNext(db)
  expect(await loadCounts(db)).toEqual(charted)
  await undoNext(db)
  expect(await loadTree(db)).toEqual([])
  await redoNext(db)
  await redoNext(db)
  expect((await loadCounts(db)).emergencyBranches).toBe(93)
  expect((await loadUndoState(db)).redo).toBeNull()
  await db.close()
})

test('a roster of 8,136 members is undone whole', async () => {
  const context = contextOf(await emptyOffice())
  const db = context.database()
  await importLedger(context, '党员花名册.xlsx')
  expect((await loadCounts(db)).members).toBe(8136)
  const began = performance.now()
  await undoNext(db)
  expect(performance.now() - began).toBeLessThan(15_000)
  expect((await loadCounts(db)).people).toBe(0)
  await db.close()
})
