import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { applyPlan, arrangeFiles, planImport, readFiles } from '../../main/import/import-file.ts'
import { endSession, sessionOf } from '../../main/import/sessions.ts'
import { Jobs } from '../../main/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import { contextOf } from './context.ts'
import { everything } from './imports.ts'
import { emptyOffice, undoNext } from './office.ts'
import { contentWithoutIds } from './office-content.ts'

const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name)
const source = { kind: 'path', path: fixture('在职党员双报到登记表.csv') } as const

let context: Context
/** Called at every report of progress. */
let atReport: () => void = () => undefined

/** Jobs that tell every report: a user may cancel at any of them. */
const tellingAll = new Jobs(() => atReport(), 0)

const steps = {
  read: () => tellingAll.run('job', (job) => readFiles(context, [source], job)),
  arrange: (id: string) =>
    tellingAll.run('job', (job) => arrangeFiles(context, id, [{ sheet: 0, used: true }], job)),
  plan: (id: string) => tellingAll.run('job', (job) => planImport(context, id, false, job)),
  apply: (id: string) => tellingAll.run('job', (job) => applyPlan(context, id, job)),
}

/** All steps of a clerk; `reached` hears of each before it begins. Answers the session. */
const whole = async (reached: (step: keyof typeof steps, id: string) => void): Promise<string> => {
  reached('read', '')
  const { sessionId } = await steps.read()
  for (const step of ['arrange', 'plan', 'apply'] as const) {
    reached(step, sessionId)
    await steps[step](sessionId)
  }
  return sessionId
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code
  }
}

let start: unknown
let wanted: readonly string[] = []
let reports = 0

beforeAll(async () => {
  context = contextOf(await emptyOffice())
  const db = context.database()
  const organization = { kind: 'path', path: fixture('组织架构.xlsx') } as const
  const { sessionId } = await context.jobs.run('job', (job) => readFiles(context, [organization], job))
  await steps.plan(sessionId)
  await steps.apply(sessionId)
  start = await everything(db)
  atReport = () => {
    reports += 1
  }
  endSession(await whole(() => undefined))
  wanted = await contentWithoutIds(db)
  await undoNext(db)
  expect(await everything(db)).toEqual(start)
}, 60_000)
afterAll(() => context.database().close())

test('cancelled at any report nothing is left behind; the session goes on, or says that its plan is gone', async () => {
  const met = new Set<string>()
  const db = context.database()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: reports }), async (at) => {
      let left = at
      atReport = () => {
        left -= 1
        if (left === 0) tellingAll.cancel('job')
      }
      let step = ''
      let id = ''
      const code = await codeOf(
        whole((now, session) => {
          step = now
          id = session
        }).then((session) => {
          id = session
        }),
      )
      atReport = () => undefined
      met.add(`${step} ${code}`)
      if (code === 'done') {
        // Cancelled too late: then it is there, whole.
        expect(await contentWithoutIds(db)).toEqual(wanted)
      } else {
        expect(code).toBe('job.cancelled')
        expect(await everything(db)).toEqual(start)
        if (step === 'read') return
        const applied = await codeOf(steps.apply(id))
        expect(applied).toBe(step === 'apply' ? 'done' : 'plan.expired')
        if (applied !== 'done') {
          expect(await everything(db)).toEqual(start)
          await steps.plan(id)
          await steps.apply(id)
        }
        expect(await contentWithoutIds(db)).toEqual(wanted)
      }
      endSession(id)
      await undoNext(db)
      expect(await everything(db)).toEqual(start)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 10), seed: Number(process.env['SEED'] ?? 20261125) },
  )
  expect([...met].filter((one) => one.endsWith('cancelled')).length).toBeGreaterThan(1)
}, 120_000)

test('a plan that is made again while it is written ends the writing: never half of it', async () => {
  const db = context.database()
  const { sessionId } = await steps.read()
  await steps.plan(sessionId)
  let asked = false
  atReport = () => {
    if (asked) return
    asked = true
    void sessionOf(sessionId).conversation.ask('plan', { createMissing: false, send: false })
  }
  const code = await codeOf(steps.apply(sessionId))
  atReport = () => undefined
  expect(code).toBe('plan.expired')
  expect(await everything(db)).toEqual(start)
  await steps.plan(sessionId)
  await steps.apply(sessionId)
  expect(await contentWithoutIds(db)).toEqual(wanted)
  await undoNext(db)
  endSession(sessionId)
})

test('arranged otherwise and cancelled, the sheets are as they were', async () => {
  const { sessionId } = await steps.read()
  const before = await steps.plan(sessionId)
  atReport = () => tellingAll.cancel('job')
  const other = [{ sheet: 0, used: true, table: 'volunteers' as const, columns: {} }]
  expect(await codeOf(tellingAll.run('job', (job) => arrangeFiles(context, sessionId, other, job)))).toBe(
    'job.cancelled',
  )
  atReport = () => undefined
  expect(await codeOf(steps.apply(sessionId))).toBe('plan.expired')
  const after = await steps.plan(sessionId)
  expect([after.ledger, after.created]).toEqual([before.ledger, before.created])
  endSession(sessionId)
})
