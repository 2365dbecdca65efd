import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankUnit } from '../../main/database/blank-unit.ts'
import type { Database } from '../../main/database/database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { newPerson } from '../../main/database/person-edits.ts'
import type { NewRow, PersonRecord } from '../../main/database/rows.ts'
import type { Edit } from '../../main/database/transaction.ts'
import { loadUndoState, redo, undo } from '../../main/database/undo.ts'
import { pinyinOf } from '../../main/pinyin.ts'
import type { PostKind } from '../../shared/models/post.ts'
import type { UnitKind } from '../../shared/models/unit.ts'

export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'zhibu-'))
export const emptyOffice = (): Promise<Database> => openDatabase(newDirectory())

/** Rows that only prepare a test leave no step to undo. */
export const setUp: Edit = { action: 'test', label: '准备', undoable: false }

export const unitRow = (
  id: string,
  kind: UnitKind,
  name: string,
  parentId: string | null,
  sort = 1,
): NewRow<'unit'> => ({
  id,
  kind,
  branchKind: kind === 'branch' ? 'estate' : null,
  parentId,
  name,
  ...pinyinOf(name, 'unit'),
  sort,
  foundedOn: null,
  dissolvedOn: null,
  note: '',
  besideId: null,
  partnerUnitId: null,
  ...blankUnit,
})

export const personRow = (id: string, name: string, more: Partial<PersonRecord> = {}): NewRow<'person'> => ({
  ...newPerson(id, name, pinyinOf(name, 'person'), []),
  ...more,
})

export const postRow = (id: string, unitId: string, kind: PostKind, personId: string): NewRow<'post'> => ({
  id,
  unitId,
  kind,
  personId,
  position: null,
  households: null,
  startsOn: '2025-03-01',
  endsOn: null,
})

/**
 * 汉江路街道党工委 (street) > 六堰社区党委 (community) > 百二河雅苑党支部 (branch) > 1号楼党小组 (group), and the
 * emergency branch (emergency) beside the branch with its three contacts: 许文雪, 邹芳磊, 白勇文 (no phone).
 */
export const smallOffice = async (): Promise<Database> => {
  const db = await emptyOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('unit', [
      unitRow('street', 'streetCommittee', '汉江路街道党工委', null),
      unitRow('community', 'communityCommittee', '六堰社区党委', 'street'),
      unitRow('branch', 'branch', '百二河雅苑党支部', 'community'),
      unitRow('group', 'buildingGroup', '1号楼党小组', 'branch'),
      {
        ...unitRow('emergency', 'emergencyBranch', '百二河雅苑应急党支部', 'community', 2),
        besideId: 'branch',
      },
    ])
    await tx.insertAll('person', [
      personRow('xu', '许文雪', { phone: '15000005541', idNumber: '420321195908220003' }),
      personRow('zou', '邹芳磊', { phone: '13800009448' }),
      personRow('bai', '白勇文'),
      personRow('ouyang', '欧阳𬭚', { phone: '13900001111', landline: '0719-8651234' }),
    ])
    await tx.insertAll('post', [
      postRow('post-1', 'emergency', 'secretary', 'xu'),
      postRow('post-2', 'emergency', 'firstSecretary', 'zou'),
      postRow('post-3', 'emergency', 'gridLeader', 'bai'),
    ])
    await tx.insert('membership', {
      id: 'member-1',
      personId: 'ouyang',
      unitId: 'branch',
      startsOn: '2020-01',
      endsOn: null,
    })
  })
  return db
}

const noStep = -1

/** As the 撤销 button: takes back the next step there is. Answers its label. */
export const undoNext = async (db: Database): Promise<string> =>
  undo(db, (await loadUndoState(db)).undo?.seq ?? noStep)

/** As the 重做 button. */
export const redoNext = async (db: Database): Promise<string> =>
  redo(db, (await loadUndoState(db)).redo?.seq ?? noStep)
