import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { undoImport } from '../../main/database/import-undo.ts'
import { loadTemplateRows } from '../../main/database/template-rows.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { endSession } from '../../main/import/sessions.ts'
import type { FileSource } from '../../main/tickets.ts'
import { type LedgerKind, ledgerKinds } from '../../shared/models/import.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { ledgerTitles, tablesOf } from '../../shared/sheets/all.ts'
import { randomOf } from '../unit/mutations.ts'
import { readRows } from '../unit/read-rows.ts'
import { contextOf } from './context.ts'
import { type Disguise, disguised, lacksCommunity, plainly, type Table } from './disguise/disguise.ts'
import { randomLedgers } from './disguise/random-ledgers.ts'
import { extensionOf, fileFormats, isText, writeSheets } from './disguise/written-file.ts'
import { everything } from './imports.ts'
import { emptyOffice, undoNext } from './office.ts'
import { contentWithoutIds } from './office-content.ts'

/*
 * A ledger written by our exporter comes back from a community with its columns in another order, other headers, lines
 * above, between and below, cells merged, or as another kind of file. It imports to the same rows.
 */
const today = dayOf(new Date())
const readings = Number(process.env['READINGS'] ?? 12)
const imports = Number(process.env['IMPORTS'] ?? 4)
const seed = Number(process.env['SEED'] ?? 20261125)
const settings = (numRuns: number) => ({ numRuns, seed, endOnFailure: process.env['SEED'] !== undefined })

/** An office with everything, what it exports, and offices that have the organization alone, and nothing. */
interface Offices {
  readonly full: Context
  readonly bare: Context
  readonly empty: Context
  readonly exported: Readonly<Record<LedgerKind, readonly Table[]>>
}

const offices: Offices[] = []

const fileOf = async (
  ledger: LedgerKind,
  tables: readonly Table[],
  disguise: Disguise,
  number: number,
): Promise<FileSource> => {
  const random = randomOf(number)
  const title = ledgerTitles[ledger]
  const sheets = disguised(tables, title, disguise, random)
  return {
    kind: 'bytes',
    name: `${title}.${extensionOf(disguise.format)}`,
    content: await writeSheets(disguise.format, sheets),
  }
}

const preview = (context: Context, source: FileSource) =>
  context.jobs.run('job', (job) => previewFile(context, source, job, { createMissing: true }))

const importFile = (context: Context, source: FileSource) =>
  context.jobs.run('job', async (job) => {
    const seen = await previewFile(context, source, job, { createMissing: true })
    const { runId } = await applyPlan(context, seen.planId, job)
    endSession(seen.planId)
    return { seen, runId }
  })

const plainFile = (ledger: LedgerKind, tables: readonly Table[]) =>
  fileOf(ledger, tables, plainly('xlsx-sheetjs'), 0)

const exportOf = async (context: Context, ledger: LedgerKind): Promise<readonly Table[]> => {
  const db = context.database()
  const communities = await db.query<{ id: string }>(
    "SELECT id FROM unit WHERE kind = 'communityCommittee' ORDER BY sort, id",
  )
  const all = await Promise.all(communities.map(({ id }) => loadTemplateRows(db, ledger, id, today)))
  return tablesOf(ledger).map((sheet, at) => ({ sheet, rows: all.flatMap((rows) => rows[at] ?? []) }))
}

beforeAll(async () => {
  for (const number of [1, 2, 3]) {
    const ledgers = randomLedgers(randomOf(seed + number), Number(today.slice(0, 4)))
    const full = contextOf(await emptyOffice())
    const bare = contextOf(await emptyOffice())
    const empty = contextOf(await emptyOffice())
    for (const ledger of ledgerKinds) {
      const tables = tablesOf(ledger).map((sheet, at) => ({ sheet, rows: ledgers[ledger][at] ?? [] }))
      const { seen } = await importFile(full, await plainFile(ledger, tables))
      expect([ledger, seen.rejected]).toEqual([ledger, []])
    }
    const exported = {} as Record<LedgerKind, readonly Table[]>
    for (const ledger of ledgerKinds) exported[ledger] = await exportOf(full, ledger)
    await importFile(bare, await plainFile('organization', exported.organization))
    offices.push({ full, bare, empty, exported })
  }
}, 60_000)

afterAll(async () => {
  for (const { full, bare, empty } of offices) {
    for (const context of [full, bare, empty]) await context.database().close()
  }
})

const disguise: fc.Arbitrary<Disguise> = fc.record({
  format: fc.constantFrom(...fileFormats),
  synonyms: fc.boolean(),
  decorated: fc.boolean(),
  oneRow: fc.boolean(),
  shuffled: fc.boolean(),
  above: fc.boolean(),
  between: fc.boolean(),
  below: fc.boolean(),
  equal: fc.constantFrom('kept', 'merged', 'blank'),
  spelled: fc.boolean(),
  split: fc.boolean(),
  named: fc.boolean(),
})
const number = fc.integer({ min: 1, max: 1_000_000 })
const office = fc.integer({ min: 0, max: 2 })

/** What of a ledger a kind of file can hold: a text has one table. Nothing where there are no rows. */
const heldBy = (tables: readonly Table[], how: Disguise, which: number): readonly Table[] => {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  fc.pre(filled.length > 0)
  return isText(how.format) ? filled.slice(which % filled.length).slice(0, 1) : tables
}

const valuesOf = async (source: FileSource) => {
  const { rows } = await readRows(source, today)
  return rows.map(({ values, refused }) => {
    const { serial: _, ...told } = values
    const known = Object.entries(told).filter(([, value]) => value !== null)
    return { values: Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1))), refused }
  })
}

const withoutCommunity = <Row extends { readonly values: Readonly<Record<string, unknown>> }>(row: Row) => {
  const { community: _, ...values } = row.values
  return { ...row, values }
}

const plainValues = new Map<string, Awaited<ReturnType<typeof valuesOf>>>()

test.each(ledgerKinds)('%s: a ledger in disguise is read as the plain one', async (ledger) => {
  await fc.assert(
    fc.asyncProperty(disguise, number, office, async (how, which, at) => {
      const tables = heldBy(offices[at]?.exported[ledger] ?? [], how, which)
      const source = await fileOf(ledger, tables, how, which)
      const key = `${ledger} ${at} ${tables.map(({ sheet }) => sheet.table).join()}`
      const wanted = plainValues.get(key) ?? (await valuesOf(await plainFile(ledger, tables)))
      plainValues.set(key, wanted)
      const lacks = tables.some(({ sheet }) => lacksCommunity(sheet, how))
      expect(await valuesOf(source)).toEqual(lacks ? wanted.map(withoutCommunity) : wanted)
    }),
    settings(readings),
  )
})

test.each(ledgerKinds)('%s: in the office it came from it changes nothing', async (ledger) => {
  await fc.assert(
    fc.asyncProperty(disguise, number, office, async (how, which, at) => {
      const { full, exported } = offices[at] as Offices
      const tables = heldBy(exported[ledger], how, which)
      const seen = await preview(full, await fileOf(ledger, tables, how, which))
      endSession(seen.planId)
      const { created, updated, rejected, rows } = seen
      expect({ created, updated, rejected, rows }).toEqual({
        created: {},
        updated: {},
        rejected: [],
        rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
      })
    }),
    settings(readings),
  )
})

test.each(ledgerKinds)(
  '%s: into an office with the organization alone it brings what the plain one brings, and is taken back exactly',
  async (ledger) => {
    await fc.assert(
      fc.asyncProperty(disguise, number, office, fc.boolean(), async (how, which, at, byStep) => {
        const { bare, empty, exported } = offices[at] as Offices
        const context = ledger === 'organization' ? empty : bare
        const db = context.database()
        const tables = heldBy(exported[ledger], how, which)
        const start = await everything(db)
        const takeBack = async (runId: string, one: boolean) => {
          if (one) await undoNext(db)
          else expect((await undoImport(db, runId)).kept).toEqual([])
          expect(await everything(db)).toEqual(start)
        }
        const plain = await importFile(context, await plainFile(ledger, tables))
        const wanted = await contentWithoutIds(db)
        await takeBack(plain.runId, !byStep)
        const { seen, runId } = await importFile(context, await fileOf(ledger, tables, how, which))
        expect([seen.created, seen.updated, seen.rejected]).toEqual([
          plain.seen.created,
          plain.seen.updated,
          plain.seen.rejected,
        ])
        expect(await contentWithoutIds(db)).toEqual(wanted)
        await takeBack(runId, byStep)
      }),
      settings(imports),
    )
  },
)
