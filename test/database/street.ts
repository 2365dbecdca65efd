import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankUnit } from '../../main/database/blank-unit.ts'
import type { Database } from '../../main/database/database.ts'
import { openDatabase } from '../../main/database/open.ts'
import type { UnitRow } from '../../main/database/rows.ts'

/** Streets for the funding tests: `communities` communities of `branches` branches each, e.g. `s1-c2-b3`. */
export const makeStreets = async (shape: {
  readonly streets: number
  readonly communities: number
  readonly branches: number
}): Promise<Database> => {
  const db = await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-funding-')))
  const units: Omit<UnitRow, 'version'>[] = []
  for (let s = 1; s <= shape.streets; s++) {
    units.push(unit(`s${s}`, 'streetCommittee', null, `${s}号街道党工委`, s))
    for (let c = 1; c <= shape.communities; c++) {
      units.push(unit(`s${s}-c${c}`, 'communityCommittee', `s${s}`, `${s}街${c}社区党委`, c))
      for (let b = 1; b <= shape.branches; b++) {
        const id = `s${s}-c${c}-b${b}`
        units.push(unit(id, 'branch', `s${s}-c${c}`, `${s}街${c}社区${b}小区党支部`, b))
      }
    }
  }
  await db.edit({ action: 'test', label: 'test', undoable: true }, (tx) => tx.insertAll('unit', units))
  return db
}

export const unit = (
  id: string,
  kind: UnitRow['kind'],
  parentId: string | null,
  name: string,
  sort: number,
): Omit<UnitRow, 'version'> => ({
  id,
  kind,
  branchKind: kind === 'branch' ? 'estate' : null,
  parentId,
  name,
  pinyin: '',
  initials: '',
  sort,
  foundedOn: null,
  dissolvedOn: null,
  note: '',
  besideId: null,
  partnerUnitId: null,
  ...blankUnit,
})

/** A disbursement of 100 yuan from the county budget, with the fields given. */
export const spending = (fields: {
  readonly unitId: string
  readonly amountFen?: number
  readonly date?: string
  readonly voucherNo?: string | null
  readonly sourceId?: string
}) => ({
  sourceId: 'source-1',
  date: '2026-03-05',
  voucherNo: null,
  summary: '场地租金',
  category: '租赁费',
  payee: '',
  handler: '许海',
  amountFen: 100_00,
  ...fields,
})
