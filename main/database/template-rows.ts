import { AppError } from '../../shared/errors.ts'
import type { LedgerKind } from '../../shared/models/import.ts'
import type { TemplateLists, TemplatePlace, TemplateRow } from '../../shared/models/template.ts'
import type { Database } from './database.ts'
import { loadSources } from './funding-rows.ts'
import type { Reader } from './reader.ts'
import { loadAppropriationRows, loadVoucherRows } from './template-money.ts'
import { loadMemberRows, loadReportingRows, loadVolunteerRows } from './template-people.ts'
import { loadPartnerRows, loadVenueRows } from './template-places.ts'
import { loadGridStaffRows, loadHeadRows } from './template-posts.ts'
import { loadEmergencyRows, loadOrganizationRows } from './template-units.ts'

/** The living community and its street. Throws `record.missing`. */
export const loadTemplatePlace = async (reader: Reader, communityId: string): Promise<TemplatePlace> => {
  const [place] = await reader.query<TemplatePlace>(
    `SELECT unit.name AS "community", above.name AS "street"
     FROM unit LEFT JOIN unit above ON above.id = unit.parent_id AND above.kind = 'streetCommittee'
     WHERE unit.id = ? AND unit.kind = 'communityCommittee' AND unit.dissolved_on IS NULL`,
    [communityId],
  )
  if (place === undefined) throw new AppError('record.missing')
  return place
}

const namesOf = async (
  reader: Reader,
  sql: string,
  parameters: readonly string[] = [],
): Promise<readonly string[]> => [
  ...new Set((await reader.query<{ name: string }>(sql, parameters)).map(({ name }) => name)),
]

/** What a template offers to choose from; of a community its own branches and estates. */
export const loadTemplateLists = async (
  reader: Reader,
  communityId: string | null,
): Promise<TemplateLists> => ({
  communities: await namesOf(
    reader,
    `SELECT unit.name AS "name" FROM unit LEFT JOIN unit above ON above.id = unit.parent_id
     WHERE unit.kind = 'communityCommittee' AND unit.dissolved_on IS NULL
     ORDER BY above.sort, above.id, unit.sort, unit.id`,
  ),
  branches:
    communityId === null
      ? []
      : await namesOf(
          reader,
          `SELECT name AS "name" FROM unit WHERE kind = 'branch' AND parent_id = ? AND dissolved_on IS NULL
           ORDER BY sort, id`,
          [communityId],
        ),
  estates:
    communityId === null
      ? []
      : await namesOf(
          reader,
          'SELECT name AS "name" FROM estate WHERE community_id = ? AND ended_on IS NULL ORDER BY name, id',
          [communityId],
        ),
  sources: (await loadSources(reader)).map(({ name }) => name),
})

/**
 * The rows known for a community, in the shape in which the import of the ledger reads them: for each table of the
 * ledger, in the order of `tablesOf`. ID numbers and phones are in full: whoever gives them out notes it with
 * `recordTemplateExport`. `today` is an ISO day; of money it is its year that counts. Throws `record.missing`.
 */
export const loadTemplateRows = async (
  reader: Reader,
  ledger: LedgerKind,
  communityId: string,
  today: string,
): Promise<readonly (readonly TemplateRow[])[]> => {
  const place = await loadTemplatePlace(reader, communityId)
  const { community } = place
  switch (ledger) {
    case 'organization':
      return [await loadOrganizationRows(reader, communityId, place)]
    case 'emergencyBranches':
      return [await loadEmergencyRows(reader, communityId, community)]
    case 'members':
      return [await loadMemberRows(reader, communityId, community)]
    case 'reporting':
      return [await loadReportingRows(reader, communityId, community)]
    case 'heads':
      return [await loadHeadRows(reader, communityId, place)]
    case 'gridStaff':
      return [await loadGridStaffRows(reader, communityId, place)]
    case 'volunteers':
      return [await loadVolunteerRows(reader, communityId, community)]
    case 'partnerUnits':
      return [await loadPartnerRows(reader, communityId, community)]
    case 'venues':
      return [await loadVenueRows(reader, communityId, community)]
    case 'funding': {
      const year = Number(today.slice(0, 4))
      return [
        await loadAppropriationRows(reader, communityId, place, year),
        await loadVoucherRows(reader, communityId, community, year),
      ]
    }
  }
}

/** Notes who took a community's rows, with ID numbers and phones in full, out of the program; nothing can undo that. */
export const recordTemplateExport = (
  db: Database,
  communityId: string,
  title: string,
  community: string,
  rows: number,
): Promise<void> => {
  const label = `导出模板（${title}，${community}，${rows} 行，含完整证件号和电话）`
  return db.edit({ action: 'import.saveTemplate', label, undoable: false }, async (tx) =>
    tx.witness('unit', communityId),
  )
}
