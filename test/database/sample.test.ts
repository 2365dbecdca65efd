import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { openDatabase } from '../../main/database/open.ts'
import { loadSettings, saveSettings } from '../../main/database/settings.ts'
import { loadTree } from '../../main/database/tree.ts'
import { appHandlers as ask } from '../../main/handlers/app.ts'
import { organizationHandlers } from '../../main/handlers/organization.ts'
import { loadSample } from '../../main/sample.ts'
import { contextOf } from './context.ts'
import { emptyOffice, newDirectory } from './office.ts'

const ownStreet = (context: Context) =>
  organizationHandlers['unit.create'](
    { kind: 'streetCommittee', parentId: null, name: '本单位街道党工委', branchKind: null },
    context,
  )

const backupsOf = ({ dataDirectory }: Context): readonly string[] => {
  const folder = join(dataDirectory, 'backups')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Loads the sample; does `then` and cancels once its first ledger is imported. */
const cancelled = (context: Context, then: () => Promise<unknown>) => {
  let changes = 0
  context.database().onChanged(() => {
    changes += 1
    // The first change marks the data as the sample, the second is the first ledger.
    if (changes === 2) void then().finally(() => context.jobs.cancel('sample'))
  })
  return loadSample(context, 'sample')
}

const streets = async (context: Context): Promise<readonly string[]> =>
  (await loadTree(context.database()))
    .filter((unit) => unit.kind === 'streetCommittee')
    .map((unit) => unit.name)

test('a cancelled sample goes into backups, and the data is empty with the settings there were', async () => {
  const context = contextOf(await emptyOffice())
  await saveSettings(context.database(), { organizationName: '汉江路街道党工委', operator: '李明' })
  await expect(cancelled(context, async () => undefined)).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await ask['app.info'](null, context)).toMatchObject({ empty: true, sample: false })
  expect(await loadSettings(context.database())).toMatchObject({
    organizationName: '汉江路街道党工委',
    operator: '李明',
  })
  expect(backupsOf(context)).toEqual([expect.stringMatching(/^sample-failed-\d{8}-\d{6}\.db$/)])
  await context.database().close()
})

test('what the office entered while the sample was loading stays, and it is told so', async () => {
  const context = contextOf(await emptyOffice())
  await expect(cancelled(context, () => ownStreet(context))).rejects.toMatchObject({
    code: 'data.sample-kept',
  })
  expect(await streets(context)).toContain('本单位街道党工委')
  expect(await ask['app.info'](null, context)).toMatchObject({ sample: true, ownEdits: 1 })
  expect(backupsOf(context)).toEqual([])
  await context.database().close()
})

test('data that another program has open is not moved away under it', async () => {
  const where = newDirectory()
  const context = contextOf(await openDatabase(where))
  const other = await openDatabase(where)
  await expect(cancelled(context, async () => undefined)).rejects.toMatchObject({ code: 'data.sample-kept' })
  expect(backupsOf(context)).toEqual([])
  expect((await loadTree(other)).length).toBeGreaterThan(0)
  await other.close()
  await context.database().close()
})

test('of two loads at once one is refused and harms nothing; clearing tells the office’s own edits', async () => {
  const context = contextOf(await emptyOffice())
  await saveSettings(context.database(), { operator: '李明' })
  const [first, second] = await Promise.allSettled([loadSample(context, 'one'), loadSample(context, 'two')])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'data.not-empty' } })
  expect(await ask['app.info'](null, context)).toMatchObject({ empty: false, sample: true, ownEdits: 0 })
  await saveSettings(context.database(), { theme: 'dark' })
  const [person] = await context
    .database()
    .query<{ id: string }>('SELECT id FROM person WHERE phone IS NOT NULL LIMIT 1')
  await organizationHandlers['person.reveal']({ id: person?.id ?? '', field: 'phone' }, context)
  expect(await ask['app.info'](null, context)).toMatchObject({ ownEdits: 0 })
  await ownStreet(context)
  expect(await ask['app.info'](null, context)).toMatchObject({ ownEdits: 1 })
  const { undo } = await ask['history.state'](null, context)
  await ask['history.undo']({ seq: undo?.seq ?? 0 }, context)
  expect(await ask['app.info'](null, context)).toMatchObject({ ownEdits: 0 })
  await ask['sample.clear'](null, context)
  expect(await streets(context)).toEqual([])
  expect(await ask['settings.load'](null, context)).toMatchObject({ operator: '李明', theme: 'dark' })
  await context.database().close()
})

test('a unit that was dissolved is data too', async () => {
  const context = contextOf(await emptyOffice())
  const { id } = await ownStreet(context)
  await organizationHandlers['unit.dissolve']({ id, version: 1, on: '2026-01-01' }, context)
  await expect(loadSample(context, 'sample')).rejects.toMatchObject({ code: 'data.not-empty' })
  expect(await ask['app.info'](null, context)).toMatchObject({ empty: false, sample: false })
  await context.database().close()
})
