import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadImportRuns } from '../../main/database/import-runs.ts'
import { openDatabase } from '../../main/database/open.ts'
import { temporary } from './harness.ts'

/*
 * The power fails in the middle of an import: what was there before is all there, and of the import all or nothing.
 * A process that is killed leaves the disk as a power cut does, but for what the disk had not written yet.
 */
const root = resolve(import.meta.dirname, '../..')
const fixture = (name: string): string => join(root, 'test/fixtures', name)
const roster = fixture('党员花名册.xlsx')
/** Its rows that can be imported. */
const members = 8136

/** What is done to a running import: when to kill it, asked again and again. */
type Moment = (seen: Seen) => boolean
interface Seen {
  /** ms since the start. */
  readonly at: number
  /** Bytes of the log that the database writes before its file; it grows with the commit. */
  readonly log: number
  /** ms since the log had all of the import, or -1. */
  readonly sinceWhole: number
}

interface Run {
  readonly killed: boolean
  readonly code: number | null
  readonly answer: string
  readonly ms: number
  /** When the log began to grow, and how large it became. */
  readonly logFrom: number
  readonly logBytes: number
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** The whole group at once, as a power cut ends it. */
const kill = (child: ChildProcess): void => {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
}

const whole = { logBytes: Number.POSITIVE_INFINITY }

const importInto = async (data: string, file: string, killAt: Moment = () => false): Promise<Run> => {
  const switches = JSON.parse(process.env['ELECTRON_ARGS'] ?? '[]') as readonly string[]
  const args = [...switches, root, '--cli', 'import', file, '--data', data]
  const started = performance.now()
  const child = spawn(process.env['ELECTRON_PATH'] ?? '', args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let answer = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  let killed = false
  let logFrom = -1
  let logBytes = 0
  let wholeSince = -1
  const look = () => {
    const at = performance.now() - started
    const log = sizeOf(join(data, 'zhibu.db-wal'))
    if (log > 0 && logFrom < 0) logFrom = at
    logBytes = Math.max(logBytes, log)
    if (log >= whole.logBytes && wholeSince < 0) wholeSince = at
    if (killed || !killAt({ at, log, sinceWhole: wholeSince < 0 ? -1 : at - wholeSince })) return
    killed = true
    kill(child)
  }
  const watch = setInterval(look, 1)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  return { killed, code, answer, ms: performance.now() - started, logFrom, logBytes }
}

const count = async (db: Database, table: string): Promise<number> =>
  (await db.query<{ n: number }>(`SELECT count(*) AS "n" FROM ${table}`))[0]?.n ?? -1

/** What the data directory holds; the checks of the database itself must find nothing. */
const stateOf = async (data: string) => {
  const db = await openDatabase(data)
  try {
    expect(await db.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await db.query('PRAGMA foreign_key_check')).toEqual([])
    const runs = await loadImportRuns(db)
    return {
      members: await count(db, 'membership'),
      imports: runs.filter(({ ledger }) => ledger === 'members').length,
      units: await count(db, 'unit'),
    }
  } finally {
    await db.close()
  }
}

const organization = temporary('zhibu-kill-')
const nothing = { members: 0, imports: 0, units: 0 }
let full: Run

const copyOf = (): string => {
  const data = temporary('zhibu-killed-')
  cpSync(organization, data, { recursive: true })
  return data
}

beforeAll(async () => {
  expect((await importInto(organization, fixture('组织架构.xlsx'))).code).toBe(0)
  Object.assign(nothing, await stateOf(organization))
  const data = copyOf()
  full = await importInto(data, roster)
  expect(full.code).toBe(0)
  expect(await stateOf(data)).toEqual({ ...nothing, members, imports: 1 })
  // A page more or less is no other import.
  whole.logBytes = full.logBytes * 0.99
})

const part = (share: number): Moment => {
  return ({ log }) => log >= full.logBytes * share
}
/** At a share of the time before the commit; a machine that has become faster meanwhile has begun it by then. */
const time = (share: number): Moment => {
  return ({ at, log }) => at >= full.logFrom * share || log > 0
}
const after = (ms: number): Moment => {
  return ({ sinceWhole }) => sinceWhole >= ms
}

const moments: readonly (readonly [string, Moment])[] = [
  ['reading the file', time(0.5)],
  ['checking and planning', time(0.7)],
  ['writing, the first rows', time(0.82)],
  ['writing, the last rows', time(0.92)],
  ['the commit begins', ({ log }) => log > 0],
  ['a tenth of the commit', part(0.1)],
  ['a quarter of the commit', part(0.25)],
  ['half of the commit', part(0.5)],
  ['three quarters of the commit', part(0.75)],
  ['nearly all of the commit', part(0.95)],
  ['the whole commit', after(0)],
  ['just after the commit', after(8)],
  ['while the log is taken over', after(40)],
]

const outcomes: { readonly killed: boolean; readonly what: 'nothing' | 'all' }[] = []
afterAll(() => {
  // Both outcomes must have been met, and nearly all kills have come in time, or the moments are not the right ones.
  expect(new Set(outcomes.map(({ what }) => what))).toEqual(new Set(['nothing', 'all']))
  expect(outcomes.filter(({ killed }) => killed).length).toBeGreaterThanOrEqual(moments.length - 2)
})

/** The same import again, to its end. */
const goOn = async (data: string, before: number): Promise<void> => {
  const again = await importInto(data, roster)
  expect(again.code).toBe(0)
  const answer = JSON.parse(again.answer) as { created: unknown; unchanged: number }
  expect([answer.created, answer.unchanged]).toEqual(
    before === 0 ? [{ people: members, memberships: members }, 0] : [{}, members],
  )
  expect(await stateOf(data)).toMatchObject({ members, units: nothing.units })
}

// Every other one goes on to the end: the whole takes long enough.
const numbered = moments.map(([name, moment], index) => [name, moment, index % 2 === 0] as const)

test.each(numbered)('killed: %s', async (_, moment, goesOn) => {
  const data = copyOf()
  const run = await importInto(data, roster, moment)
  const state = await stateOf(data)
  const all = { ...nothing, members, imports: 1 }
  expect([nothing, all]).toContainEqual(state)
  outcomes.push({ killed: run.killed && run.code === null, what: state.members === 0 ? 'nothing' : 'all' })
  // What was answered as done is done.
  if (run.answer.includes('"ok":true')) expect(state).toEqual(all)
  if (goesOn) await goOn(data, state.members)
})
