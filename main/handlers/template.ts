import type { LedgerKind } from '../../shared/models/import.ts'
import type { TemplateRow } from '../../shared/models/template.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { ledgerTitles, sheetsFor, tablesOf } from '../../shared/sheets/all.ts'
import { appropriationsSheet, usualSources } from '../../shared/sheets/funding.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'
import type { Context } from '../context.ts'
import {
  loadTemplateLists,
  loadTemplatePlace,
  loadTemplateRows,
  recordTemplateExport,
} from '../database/template-rows.ts'
import { runTask } from '../workers/run.ts'

export interface BuiltTemplate {
  readonly bytes: Uint8Array
  /** How many rows are filled in. */
  readonly rows: number
}

/** The tables of a ledger; of money with exactly the office's sources as columns. */
const tablesFor = (ledger: LedgerKind, sources: readonly string[]): readonly Sheet[] =>
  tablesOf(ledger, {
    ...sheetsFor(sources),
    appropriations: appropriationsSheet(sources.length === 0 ? usualSources : sources),
  })

const personalTypes: ReadonlySet<string> = new Set(['idNumber', 'phones', 'landline'])

/** Whether any row gives an ID number or a phone. */
const isPersonal = (sheets: readonly Sheet[], rows: readonly (readonly TemplateRow[])[]): boolean =>
  sheets.some((sheet, index) => {
    const fields = sheet.columns.filter(({ type }) => personalTypes.has(type)).map(({ field }) => field)
    return (rows[index] ?? []).some((row) => fields.some((field) => row[field] !== undefined))
  })

/**
 * A ledger's template, blank, or filled in with what is known of one community. Filled in with ID numbers or phones,
 * the audit trail keeps that they were taken out before the caller has them. Throws `record.missing`, `database.…`.
 */
export const buildTemplate = async (
  context: Context,
  ledger: LedgerKind,
  communityId: string | null,
  signal?: AbortSignal,
): Promise<BuiltTemplate> => {
  const db = context.database()
  const lists = await loadTemplateLists(db, communityId)
  const sheets = tablesFor(ledger, lists.sources)
  const title = ledgerTitles[ledger]
  const place = communityId === null ? null : await loadTemplatePlace(db, communityId)
  const rows =
    communityId === null
      ? sheets.map(() => [])
      : await loadTemplateRows(db, ledger, communityId, dayOf(new Date()))
  const template = {
    sheets,
    title,
    community: place?.community ?? null,
    street: place?.street ?? null,
    rows,
    lists,
  }
  const count = rows.reduce((sum, part) => sum + part.length, 0)
  const bytes = await runTask('template-workbook', template, signal)
  if (communityId !== null && place !== null && isPersonal(sheets, rows)) {
    await recordTemplateExport(db, communityId, title, place.community, count)
  }
  return { bytes, rows: count }
}

/** As `buildTemplate`, the file alone. */
export const templateBytes = async (
  context: Context,
  ledger: LedgerKind,
  communityId: string | null,
): Promise<Uint8Array> => (await buildTemplate(context, ledger, communityId)).bytes

/** A name for the file: 党员花名册模板.xlsx, or 党员花名册（六堰社区党委）.xlsx. Throws `record.missing`. */
export const templateName = async (
  context: Context,
  ledger: LedgerKind,
  communityId: string | null,
): Promise<string> => {
  if (communityId === null) return `${ledgerTitles[ledger]}模板.xlsx`
  const { community } = await loadTemplatePlace(context.database(), communityId)
  return `${ledgerTitles[ledger]}（${community}）.xlsx`
}
