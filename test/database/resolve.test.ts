import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankUnit } from '../../main/database/blank-unit.ts'
import type { Database } from '../../main/database/database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { resolveUnit } from '../../main/database/resolve.ts'

let db: Database

const unit = (
  id: string,
  kind: 'streetCommittee' | 'communityCommittee' | 'branch',
  name: string,
  parentId: string | null,
) => ({
  id,
  kind,
  name,
  parentId,
  branchKind: null,
  pinyin: '',
  initials: '',
  sort: 1,
  foundedOn: null,
  dissolvedOn: null,
  note: '',
  besideId: null,
  partnerUnitId: null,
  ...blankUnit,
})

beforeAll(async () => {
  db = await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-')))
  await db.edit({ action: 'test', label: 'test', undoable: true }, (tx) =>
    tx.insertAll('unit', [
      unit('s', 'streetCommittee', '汉江路街道党工委', null),
      unit('c1', 'communityCommittee', '阳光社区党委', 's'),
      unit('c2', 'communityCommittee', '银河社区党委', 's'),
      unit('b1', 'branch', '第一党支部', 'c1'),
      unit('b2', 'branch', '第一党支部', 'c2'),
      unit('b3', 'branch', '第二党支部', 'c2'),
    ]),
  )
})
afterAll(() => db.close())

test('a unique name, or a street’s name without its office', async () => {
  expect(await resolveUnit(db, '第二党支部', ['branch'])).toMatchObject({ id: 'b3' })
  expect(await resolveUnit(db, '汉江路街道', ['streetCommittee'])).toMatchObject({ id: 's' })
})

test('the end of the path tells two of the same name apart', async () => {
  expect(await resolveUnit(db, '阳光社区党委/第一党支部', ['branch'])).toMatchObject({ id: 'b1' })
  expect(await resolveUnit(db, '银河社区/第一党支部', ['branch'])).toMatchObject({ id: 'b2' })
})

test('an ambiguous name lists the candidates; an unknown one is refused', async () => {
  await expect(resolveUnit(db, '第一党支部', ['branch'])).rejects.toMatchObject({
    code: 'unit.ambiguous',
    facts: {
      candidates: '汉江路街道党工委/阳光社区党委/第一党支部；汉江路街道党工委/银河社区党委/第一党支部',
    },
  })
  await expect(resolveUnit(db, '第三党支部', ['branch'])).rejects.toMatchObject({ code: 'unit.unknown' })
  await expect(resolveUnit(db, '第二党支部', ['streetCommittee'])).rejects.toMatchObject({
    code: 'unit.unknown',
  })
})
