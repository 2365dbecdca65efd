import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { listCards } from '../../main/database/cards.ts'
import type { Database } from '../../main/database/database.ts'
import { cardHandlers, saveCardsPdf, selectCards } from '../../main/handlers/cards.ts'
import type { CardOptions } from '../../shared/models/card.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { contextOf } from './context.ts'
import { emptyOffice, postRow, setUp, smallOffice, unitRow } from './office.ts'

const options: CardOptions = {
  layout: 'a4',
  cropMarks: true,
  issuedOn: '2026-11-22',
  edition: '2026年第1版',
}
const target = () => join(mkdtempSync(join(tmpdir(), 'zhibu-')), '联系卡.pdf')

/** Takes the document instead of printing it. */
const printing = (db: Database, path: string | null = null) => {
  const printed: PrintDocument[] = []
  const base = contextOf(db)
  const context: Context = {
    ...base,
    desktop: { ...base.desktop, chooseTarget: async () => path },
    printer: {
      ...base.printer,
      pdf: async (document) => {
        printed.push(document)
        return { bytes: new TextEncoder().encode('%PDF'), pages: 1 }
      },
    },
  }
  return { context, printed }
}

const namesOf = (printed: readonly PrintDocument[]) =>
  printed.flatMap((document) => (document.kind === 'cards' ? document.cards.map((card) => card.branch) : []))

/** Gives the small office what its one card lacks, and what only some cards have. */
const complete = (db: Database) =>
  db.edit(setUp, async (tx) => {
    await tx.update('person', 'bai', 1, { phone2: '0719-8651234' })
    await tx.insert('partnerUnit', { id: 'partner', name: '东风公司第四十六厂' })
    await tx.update('unit', 'emergency', 1, { partnerUnitId: 'partner' })
    await tx.update('post', 'post-2', 1, { position: '党组书记、局长' })
    await tx.insert('estate', {
      id: 'estate',
      communityId: 'community',
      name: '百二河雅苑',
      buildingCount: 3,
      householdCount: 861,
      endedOn: null,
    })
    await tx.insert('unitEstate', {
      id: 'link',
      unitId: 'branch',
      estateId: 'estate',
      startsOn: null,
      endsOn: null,
    })
  })

test('a card says who holds the posts of the branch today, and what is missing', async () => {
  const db = await smallOffice()
  expect(await listCards(db)).toEqual([
    {
      unitId: 'emergency',
      branch: '百二河雅苑应急党支部',
      community: '六堰社区党委',
      street: '汉江路街道党工委',
      estate: null,
      secretary: { personId: 'xu', name: '许文雪', phone: '15000005541', phone2: null },
      firstSecretary: {
        personId: 'zou',
        name: '邹芳磊',
        phone: '13800009448',
        phone2: null,
        partnerUnit: null,
        position: null,
      },
      gridLeader: { personId: 'bai', name: '白勇文', phone: null, phone2: null },
      gaps: ['noGridLeaderPhone'],
    },
  ])
  await complete(db)
  expect(await listCards(db)).toMatchObject([
    {
      estate: '百二河雅苑',
      firstSecretary: { partnerUnit: '东风公司第四十六厂', position: '党组书记、局长' },
      gridLeader: { phone: '0719-8651234', phone2: null },
      gaps: [],
    },
  ])
  await db.close()
})

test('a new name, phone or holder of a post is on the card at once; an ended post and a dissolved branch are not', async () => {
  const db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.update('person', 'xu', 1, { name: '许𬭚', phone: '13900000001' })
    await tx.update('post', 'post-2', 1, { endsOn: '2026-06-30' })
    await tx.insert('post', {
      ...postRow('post-4', 'emergency', 'gridLeader', 'ouyang'),
      startsOn: '2026-07-01',
    })
  })
  const [card] = await listCards(db)
  expect(card?.secretary).toMatchObject({ name: '许𬭚', phone: '13900000001' })
  expect(card?.firstSecretary).toBeNull()
  expect(card?.gridLeader?.name).toBe('欧阳𬭚')
  expect(card?.gaps).toEqual(['noFirstSecretary'])
  await db.edit(setUp, (tx) => tx.update('unit', 'emergency', 1, { dissolvedOn: '2026-08-01' }))
  expect(await listCards(db)).toEqual([])
  await db.close()
})

test('cards stand in the order of the tree: community, then branch', async () => {
  const db = await smallOffice()
  await db.edit(setUp, (tx) =>
    tx.insertAll('unit', [
      unitRow('early', 'communityCommittee', '七里社区党委', 'street', 0),
      unitRow('c', 'emergencyBranch', '丙应急党支部', 'early', 2),
      unitRow('b', 'emergencyBranch', '乙应急党支部', 'early', 1),
    ]),
  )
  expect((await listCards(db)).map((card) => card.unitId)).toEqual(['b', 'c', 'emergency'])
  await db.close()
})

test('a card that lacks a contact is skipped with the reason, or printed with blanks when asked for', async () => {
  const db = await smallOffice()
  expect(await selectCards(db, null)).toEqual({
    cards: [],
    skipped: [{ branch: '百二河雅苑应急党支部', reason: '网格长缺电话' }],
  })
  expect((await selectCards(db, ['emergency'], true)).cards).toHaveLength(1)
  const { context, printed } = printing(db)
  const path = target()
  await expect(saveCardsPdf(context, await selectCards(db, null), options, path)).rejects.toMatchObject({
    code: 'cards.nothing',
    facts: { reason: '百二河雅苑应急党支部网格长缺电话' },
  })
  expect([existsSync(path), printed]).toEqual([false, []])
  await db.close()
})

test('the window saves the chosen cards to the file the user named, and nothing when the dialog is closed', async () => {
  const db = await smallOffice()
  await complete(db)
  await db.edit(setUp, (tx) =>
    tx.insert('unit', unitRow('empty', 'emergencyBranch', '空应急党支部', 'community', 3)),
  )
  const argument = { unitIds: ['emergency', 'empty'], options, incomplete: false, jobId: 'job' }
  const path = target()
  const { context, printed } = printing(db, path)
  const saved = await cardHandlers['cards.savePdf'](argument, context)
  expect(saved).toMatchObject({ name: '联系卡.pdf', pages: 1 })
  expect(readFileSync(path, 'utf8')).toBe('%PDF')
  expect(namesOf(printed)).toEqual(['百二河雅苑应急党支部'])

  const withBlanks = printing(db, path)
  await cardHandlers['cards.savePdf']({ ...argument, incomplete: true }, withBlanks.context)
  expect(namesOf(withBlanks.printed)).toEqual(['百二河雅苑应急党支部', '空应急党支部'])

  const closed = printing(db, null)
  expect(await cardHandlers['cards.savePdf'](argument, closed.context)).toBeNull()
  expect(closed.printed).toEqual([])
  await db.close()
})

test('an office without emergency branches has no cards', async () => {
  const db = await emptyOffice()
  expect(await listCards(db)).toEqual([])
  const { context } = printing(db, target())
  await expect(
    cardHandlers['cards.savePdf']({ unitIds: ['gone'], options, incomplete: false, jobId: 'job' }, context),
  ).rejects.toMatchObject({ code: 'cards.nothing', facts: {} })
  await db.close()
})
