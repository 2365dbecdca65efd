import { afterEach, beforeEach, expect, test } from 'vitest'
import { listImports, undoImportRun } from '../../main/cli/imports.ts'
import type { Database } from '../../main/database/database.ts'
import { appropriate } from '../../main/database/funding-appropriations.ts'
import { disburse, reverse } from '../../main/database/funding-vouchers.ts'
import { loadImportRuns } from '../../main/database/import-runs.ts'
import { undoImport } from '../../main/database/import-undo.ts'
import { transferMembers } from '../../main/database/person-terms.ts'
import { assignPost } from '../../main/database/post-edits.ts'
import { loadUndoState } from '../../main/database/undo.ts'
import { AppError } from '../../shared/errors.ts'
import { contextOf } from './context.ts'
import { district } from './district.ts'
import { byHand, change, everything, importWith } from './imports.ts'
import { personRow, postRow, redoNext, undoNext, unitRow } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await district()
})
afterEach(() => db.close())

const today = '2026-11-25'
const nothing = new AppError('undo.nothing')
const undone = new AppError('import.undone')
const undoneOf = async () => (await loadImportRuns(db)).map((run) => run.undone?.actor ?? null)
const person = async (id: string) =>
  (await db.query<Record<string, unknown>>('SELECT * FROM person WHERE id = ?', [id]))[0]

const membership = (id: string, personId: string, unitId: string) => ({
  id,
  personId,
  unitId,
  startsOn: null,
  endsOn: null,
})
const money = (id: string, unitId: string, amountFen: number) => ({
  id,
  year: 2026,
  unitId,
  sourceId: 'source-1',
  amountFen,
  date: '2026-02-01',
  note: '',
  standardId: null,
  onceKey: null,
  reversesId: null,
})
const paid = (id: string, unitId: string, amountFen: number, voucherNo: string) => ({
  id,
  year: 2026,
  unitId,
  sourceId: 'source-1',
  date: '2026-02-02',
  voucherNo,
  summary: '打印',
  category: '办公',
  payee: '',
  handler: '',
  amountFen,
  reversesId: null,
})
const spending = (unitId: string, amountFen: number) => ({
  unitId,
  sourceId: 'source-1',
  date: '2026-03-01',
  voucherNo: null,
  summary: '打印',
  category: '办公',
  payee: '',
  handler: '',
  amountFen,
})

const importPerson = () =>
  importWith(db, 'run', async (tx) => {
    await tx.insert('person', personRow('new', '许新', { phone: '13800000001' }))
    await tx.insert('membership', membership('new-member', 'new', 'b1'))
  })

test('whether an import stands is told by the audit trail, through every undo and redo', async () => {
  await importPerson()
  const before = await everything(db)
  expect(await undoneOf()).toEqual([null])
  await undoNext(db)
  expect(await undoneOf()).toEqual([expect.any(String)])
  await expect(undoImport(db, 'run')).rejects.toEqual(undone)
  await redoNext(db)
  expect(await undoneOf()).toEqual([null])

  const later = db.as('李四')
  expect(await undoImport(later, 'run')).toEqual({
    removed: { person: 1, membership: 1 },
    restored: {},
    kept: [],
  })
  expect(await undoneOf()).toEqual(['李四'])
  await expect(undoImport(db, 'run')).rejects.toEqual(undone)
  expect((await loadUndoState(db)).undo?.label).toBe('撤销导入 党员花名册（run.xlsx）')
  await undoNext(db)
  expect(await everything(db)).toEqual(before)
  expect(await undoneOf()).toEqual([null])
  await redoNext(db.as('王五'))
  expect(await undoneOf()).toEqual(['王五'])
  await undoNext(db)
  await undoNext(db)
  expect(await undoneOf()).not.toEqual([null])
  await redoNext(db)
  expect(await undoneOf()).toEqual([null])
  expect((await undoImport(db, 'run')).removed).toEqual({ person: 1, membership: 1 })
  await expect(undoImport(db, 'unknown')).rejects.toEqual(nothing)
})

test('an import of an earlier edition, whose record was an ordinary change, is taken back and keeps its record', async () => {
  await db.edit({ action: 'import.apply', label: '导入', undoable: true }, async (tx) => {
    await tx.insert('person', personRow('new', '许新'))
    const outcome = { ledger: 'members', rows: 1, created: {}, updated: {}, unchanged: 0, rejectedRows: 0 }
    await tx.insert('importRun', {
      id: 'old',
      at: '2026-01-01T00:00:00.000Z',
      file: '旧.xlsx',
      actor: '张三',
      outcome: JSON.stringify(outcome),
    })
  })
  expect((await undoImport(db, 'old')).removed).toEqual({ person: 1 })
  expect(await loadImportRuns(db)).toMatchObject([{ id: 'old', files: [], file: '旧.xlsx' }])
  expect(await undoneOf()).not.toEqual([null])
})

test('who got a post by hand stays, and so does the branch that was edited; the rest goes', async () => {
  await importWith(db, 'run', async (tx) => {
    await tx.insert('unit', unitRow('new-branch', 'branch', '新支部', 'c2', 20))
    await tx.insert('unit', unitRow('new-group', 'buildingGroup', '新小组', 'new-branch', 1))
    await tx.insertAll('person', [personRow('new', '许新'), personRow('other', '邹另')])
    await tx.insertAll('post', [postRow('p1', 'new-group', 'groupLeader', 'other')])
  })
  await assignPost(
    db,
    {
      unitId: 'new-branch',
      kind: 'secretary',
      holder: { kind: 'known', id: 'new' },
      position: '',
      startsOn: '2026-05-01',
      replaces: null,
    },
    today,
  )
  expect(await undoImport(db, 'run')).toEqual({
    removed: { unit: 1, person: 1, post: 1 },
    restored: {},
    kept: [
      { what: '组织', name: '新支部', reason: '导入后又有任职登记在它名下' },
      { what: '人员', name: '许新', reason: '导入后又有任职登记在它名下' },
    ],
  })
  expect(await db.query(`SELECT id FROM unit WHERE id LIKE 'new%'`)).toEqual([{ id: 'new-branch' }])
})

test('an edited row that the import made stays with what it needs; a field filled in since counts', async () => {
  await importWith(db, 'run', async (tx) => {
    await tx.insertAll('unit', [
      unitRow('n1', 'branch', '新一', 'c2', 20),
      unitRow('n2', 'branch', '新二', 'c2', 21),
    ])
    await tx.insertAll('person', [personRow('new', '许新'), personRow('other', '邹另')])
    await tx.insert('membership', membership('m', 'new', 'n1'))
    await tx.insert('membership', membership('o', 'other', 'n2'))
  })
  await byHand(db, async (tx) => {
    await change(tx, 'membership', 'm', { startsOn: '2026-01-01' })
    await change(tx, 'person', 'other', { politicalStatus: '群众' })
  })
  const { removed, kept } = await undoImport(db, 'run')
  expect(removed).toEqual({ unit: 1, membership: 1 })
  expect(kept.map(({ name, reason }) => `${name} ${reason}`).sort()).toEqual([
    '新一 保留的组织关系要用到它',
    '许新 保留的组织关系要用到它',
    '许新 导入后修改过',
    '邹另 导入后修改过',
  ])
})

test('fields that still have the import’s value go back, edited ones stay; a name goes with its reading', async () => {
  await byHand(db, (tx) =>
    change(tx, 'person', 'm0', { name: '党员甲', pinyin: 'jia', phone: '13900000000' }),
  )
  await importWith(db, 'run', async (tx) => {
    await change(tx, 'person', 'm0', { name: '党员乙', pinyin: 'yi', phone: '13900000001', note: '导入' })
    await change(tx, 'person', 'm1', { name: '章三', pinyin: 'zhangsan', address: '一号楼' })
    await tx.update('unit', 'b1', 1, { name: '改名支部', parentId: 'c2' })
  })
  await byHand(db, async (tx) => {
    await change(tx, 'person', 'm0', { phone: '13700000000' })
    // The same reading in another writing: the reading must not go back alone.
    await change(tx, 'person', 'm1', { name: '张三' })
  })
  const { restored, kept } = await undoImport(db, 'run')
  expect(restored).toEqual({ person: 2, unit: 1 })
  expect(kept).toEqual([
    { what: '人员', name: '党员甲', reason: '导入后修改过（手机号）' },
    { what: '人员', name: '张三', reason: '导入后修改过（姓名）' },
  ])
  expect(await person('m0')).toMatchObject({ name: '党员甲', pinyin: 'jia', phone: '13700000000', note: '' })
  expect(await person('m1')).toMatchObject({ name: '张三', pinyin: 'zhangsan', address: null })
  expect(await db.query(`SELECT name, parent_id FROM unit WHERE id = 'b1'`)).toEqual([
    { name: 'b1党支部', parent_id: 'community' },
  ])
})

test('memberships and posts that the import ended live again, unless others took their place', async () => {
  await importWith(db, 'run', async (tx) => {
    for (const id of ['k0', 'k1']) await change(tx, 'membership', id, { endsOn: '2026-05-01' })
    await tx.insertAll('membership', [membership('n0', 'm0', 'b2'), membership('n1', 'm1', 'b1')])
    for (const id of ['t1', 't2']) await change(tx, 'post', id, { endsOn: '2026-05-01' })
    await tx.insertAll('post', [
      postRow('s1', 'b1', 'secretary', 'm5'),
      postRow('s2', 'b2', 'secretary', 'm6'),
    ])
  })
  await transferMembers(db, { personIds: ['m1'], unitId: 'b3', on: '2026-06-01' }, today)
  await assignPost(
    db,
    {
      unitId: 'b2',
      kind: 'secretary',
      holder: { kind: 'known', id: 'm7' },
      position: '',
      startsOn: '2026-06-01',
      replaces: null,
    },
    today,
  )
  const { removed, restored, kept } = await undoImport(db, 'run')
  expect({ removed, restored }).toEqual({
    removed: { membership: 1, post: 1 },
    restored: { membership: 1, post: 1 },
  })
  expect(kept).toContainEqual({ what: '组织关系', name: '党员1', reason: '现在已有另一段组织关系' })
  expect(kept).toContainEqual({ what: '任职', name: '党员1（书记）', reason: '这个职务现在另有人担任' })
  expect(
    await db.query(
      `SELECT person_id, unit_id FROM membership WHERE ends_on IS NULL AND person_id IN ('m0', 'm1') ORDER BY person_id`,
    ),
  ).toEqual([
    { person_id: 'm0', unit_id: 'b1' },
    { person_id: 'm1', unit_id: 'b3' },
  ])
})

test('money that was spent since stays, and so does a voucher that was reversed; other money goes', async () => {
  await importWith(
    db,
    'run',
    async (tx) => {
      await tx.insertAll('appropriation', [
        money('a-spent', 'b3', 10_000),
        money('a-more', 'b3', 300_000),
        money('a-free', 'branch', 500_000),
      ])
      await tx.insertAll('disbursement', [paid('v1', 'branch', 100, 'J-1'), paid('v2', 'branch', 200, 'J-2')])
    },
    'funding',
  )
  await disburse(db, spending('b3', 9_000))
  await reverse(db, { id: 'v1', date: '2026-03-02', reason: '记错' })
  expect(await undoImport(db, 'run')).toEqual({
    removed: { appropriation: 2, disbursement: 1 },
    restored: {},
    kept: [
      { what: '经费安排', name: 'b3党支部', reason: '已有支出' },
      { what: '支出', name: 'J-1', reason: '导入后又有支出登记在它名下' },
    ],
  })
  expect(await db.query(`SELECT id FROM appropriation WHERE id LIKE 'a-%'`)).toEqual([{ id: 'a-spent' }])
})

test('a sum that the import raised goes back unless it was spent', async () => {
  await byHand(db, (tx) => tx.insert('appropriation', money('own', 'b3', 1_000)))
  await importWith(
    db,
    'run',
    async (tx) => {
      await change(tx, 'appropriation', 'own', { amountFen: 3_000, note: '调整' })
      await change(tx, 'appropriation', 'a0', { amountFen: 5_000_000 })
    },
    'funding',
  )
  await disburse(db, spending('b3', 2_000))
  const { restored, kept } = await undoImport(db, 'run')
  expect(restored).toEqual({ appropriation: 2 })
  expect(kept).toEqual([{ what: '经费安排', name: 'b3党支部', reason: '已有支出' }])
  expect(
    await db.query(`SELECT id, amount_fen, note FROM appropriation WHERE id IN ('own', 'a0') ORDER BY id`),
  ).toEqual([
    { id: 'a0', amount_fen: 1_000_001, note: '' },
    { id: 'own', amount_fen: 3_000, note: '' },
  ])
  await appropriate(
    db,
    { unitId: 'b3', sourceId: 'source-1', amountFen: 1, date: '2026-03-01', note: '' },
    today,
  )
})

test('what another import changed stays; taken back in any order, no reference breaks', async () => {
  await importWith(db, 'first', async (tx) => {
    await tx.insert('unit', unitRow('n1', 'communityCommittee', '新社区一', 'street', 20))
    await tx.insert('person', personRow('new', '许新'))
    await change(tx, 'unit', 'b1', { parentId: 'n1' })
  })
  await importWith(db, 'second', async (tx) => {
    await change(tx, 'unit', 'b1', { parentId: 'c2' })
    await change(tx, 'person', 'new', { phone: '13800000001' })
  })
  expect(await undoImport(db, 'first')).toEqual({
    removed: { unit: 1 },
    restored: {},
    kept: [
      { what: '人员', name: '许新', reason: '导入后修改过' },
      { what: '组织', name: 'b1党支部', reason: '导入后修改过（上级组织）' },
    ],
  })
  expect(await undoImport(db, 'second')).toEqual({
    removed: {},
    restored: { person: 1 },
    kept: [{ what: '组织', name: 'b1党支部', reason: '原来对应的记录已不在（上级组织）' }],
  })
  expect((await loadImportRuns(db)).map((run) => run.id)).toEqual(['second', 'first'])
  expect(await db.query('PRAGMA foreign_key_check')).toEqual([])
})

test('a unit does not go back to a name that is taken, nor under a parent that was dissolved', async () => {
  await importWith(db, 'run', async (tx) => {
    await change(tx, 'unit', 'b1', { name: '新名' })
    await change(tx, 'unit', 'b2', { parentId: 'community' })
  })
  await byHand(db, async (tx) => {
    await tx.insert('unit', unitRow('taken', 'branch', 'b1党支部', 'community', 30))
    await change(tx, 'unit', 'c2', { dissolvedOn: '2026-06-01' })
  })
  const { restored, kept } = await undoImport(db, 'run')
  expect(restored).toEqual({})
  expect(kept.map((row) => row.reason)).toEqual(['原名称现在由另一个组织使用', '原上级组织后来已撤销'])
})

test('an import that changed nothing is taken back too; a cancelled one leaves all as it was', async () => {
  await importWith(db, 'empty', async () => undefined)
  expect(await undoImport(db, 'empty')).toEqual({ removed: {}, restored: {}, kept: [] })
  expect(await undoneOf()).not.toEqual([null])
  // Nor do steps that changed nothing stand in the way of those before them.
  await undoNext(db)
  expect(await undoneOf()).toEqual([null])
  await undoNext(db)
  expect((await loadUndoState(db)).undo).toBeNull()
  await redoNext(db)
  expect(await undoneOf()).toEqual([null])
  await redoNext(db)
  await importPerson()
  const before = await everything(db)
  await expect(undoImport(db, 'run', AbortSignal.abort(new AppError('job.cancelled')))).rejects.toEqual(
    new AppError('job.cancelled'),
  )
  expect(await everything(db)).toEqual(before)
  expect(await undoneOf()).toEqual([null, expect.any(String)])
})

test('the command line lists imports and takes one back', async () => {
  await importPerson()
  const said: string[] = []
  const around = { context: contextOf(db), cwd: '/', say: (sentence: string) => said.push(sentence) }
  expect(await listImports(around)).toMatchObject({
    imports: [{ id: 'run', file: 'run.xlsx', undone: null }],
  })
  expect(await undoImportRun({ id: 'run' }, around)).toEqual({
    removed: { person: 1, membership: 1 },
    restored: {},
    kept: [],
  })
  await listImports(around)
  expect(said).toEqual([
    '共 1 次导入。',
    '已撤销这次导入：移除 2 条，恢复 0 条。',
    '共 1 次导入，其中 1 次已撤销。',
  ])
})
