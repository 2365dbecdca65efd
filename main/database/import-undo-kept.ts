import { postKindLabels, tableLabels } from '../../shared/labels.ts'
import type { UndoneImport } from '../../shared/models/import.ts'
import type { PostKind } from '../../shared/models/post.ts'
import { placeholders } from './dialect.ts'
import { byTable, type KeptRow } from './import-undo-fields.ts'
import type { Needed } from './import-undo-references.ts'
import type { RowRef } from './import-undo-rows.ts'
import type { Reader } from './reader.ts'
import type { TableName } from './rows.ts'

/** More than anybody reads. */
const mostKept = 200

/** What people call a row, in SQL that answers `id` and `name`, and `kind` of posts; a table without is none of theirs. */
const names: Readonly<Partial<Record<TableName, string>>> = {
  unit: 'SELECT t.id, t.name FROM unit t',
  estate: 'SELECT t.id, t.name FROM estate t',
  partnerUnit: 'SELECT t.id, t.name FROM partner_unit t',
  person: 'SELECT t.id, t.name FROM person t',
  venue: 'SELECT t.id, t.name FROM venue t',
  document: 'SELECT t.id, t.name FROM document t',
  fundSource: 'SELECT t.id, t.name FROM fund_source t',
  fundStandard: 'SELECT t.id, s.name FROM fund_standard t JOIN fund_source s ON s.id = t.source_id',
  membership: 'SELECT t.id, p.name FROM membership t JOIN person p ON p.id = t.person_id',
  reporting: 'SELECT t.id, p.name FROM reporting t JOIN person p ON p.id = t.person_id',
  volunteer: 'SELECT t.id, p.name FROM volunteer t JOIN person p ON p.id = t.person_id',
  post: 'SELECT t.id, p.name, t.kind FROM post t JOIN person p ON p.id = t.person_id',
  notSame: 'SELECT t.id, p.name FROM not_same t JOIN person p ON p.id = t.a_id',
  unitPast: 'SELECT t.id, t.name FROM unit_past t',
  succession: 'SELECT t.id, u.name FROM succession t JOIN unit u ON u.id = t.from_id',
  unitEstate: 'SELECT t.id, e.name FROM unit_estate t JOIN estate e ON e.id = t.estate_id',
  venueUnit: 'SELECT t.id, v.name FROM venue_unit t JOIN venue v ON v.id = t.venue_id',
  partnerLink: 'SELECT t.id, p.name FROM partner_link t JOIN partner_unit p ON p.id = t.partner_unit_id',
  appropriation: 'SELECT t.id, u.name FROM appropriation t JOIN unit u ON u.id = t.unit_id',
  disbursement: 'SELECT t.id, t.voucher_no AS name FROM disbursement t',
}

/** Rows that stay because of others, in words; `made`: whether the import had made that other row. */
export const neededWords = (needed: readonly Needed[], made: (row: RowRef) => boolean): readonly KeptRow[] =>
  needed.map(({ table, id, by }) => {
    const what = tableLabels[by.table] ?? by.table
    return { table, id, reason: made(by) ? `保留的${what}要用到它` : `导入后又有${what}登记在它名下` }
  })

/** The first rows that stay, by name, each once. */
export const describeKept = async (
  reader: Reader,
  kept: readonly KeptRow[],
): Promise<UndoneImport['kept']> => {
  const once = new Map<string, KeptRow>()
  for (const row of kept) {
    const key = `${row.table} ${row.id}`
    if (once.size < mostKept && names[row.table] !== undefined && !once.has(key)) once.set(key, row)
  }
  const called = new Map<string, string>()
  for (const [table, rows] of byTable([...once.values()])) {
    const found = await reader.query<{ id: string; name: string; kind?: PostKind }>(
      `${names[table]} WHERE t.id IN (${placeholders(rows.length)})`,
      rows.map((row) => row.id),
    )
    for (const { id, name, kind } of found) {
      called.set(`${table} ${id}`, kind === undefined ? name : `${name}（${postKindLabels[kind]}）`)
    }
  }
  return [...once].map(([key, { table, reason }]) => ({
    what: tableLabels[table] ?? table,
    name: called.get(key) ?? '',
    reason,
  }))
}
