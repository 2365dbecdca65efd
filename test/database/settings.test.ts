import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import {
  adoptOperator,
  isEmpty,
  isSample,
  loadSettings,
  markSample,
  saveSettings,
} from '../../main/database/settings.ts'
import { emptyOffice, setUp, smallOffice, unitRow } from './office.ts'

test('defaults: the only street, this year’s first edition', async () => {
  const db = await smallOffice()
  expect(await loadSettings(db)).toEqual({
    organizationName: '汉江路街道党工委',
    cardEdition: `${new Date().getFullYear()}年第1版`,
    theme: 'system',
    operator: '经办人',
    peopleColumnSets: [],
  })
  await db.edit(setUp, (tx) => tx.insert('unit', unitRow('s2', 'streetCommittee', '花果街道党工委', null, 2)))
  expect((await loadSettings(db)).organizationName).toBe('')
  await db.close()
})

test('what is saved stays, and edits carry the operator’s name, after a restart too', async () => {
  const db = await emptyOffice()
  await saveSettings(db, { operator: '欧阳𬭚', theme: 'dark' })
  const saved = await saveSettings(db, { organizationName: '张湾区委组织部' })
  expect(saved).toMatchObject({ operator: '欧阳𬭚', theme: 'dark', organizationName: '张湾区委组织部' })
  await db.close()
  const again = await openDatabase(dirname(db.file))
  await adoptOperator(again)
  await again.edit(setUp, (tx) => tx.insert('partnerUnit', { id: 'p', name: '区税务局' }))
  const actors = await again.query('SELECT actor FROM audit_entry ORDER BY seq DESC LIMIT 1')
  expect(actors).toEqual([{ actor: '欧阳𬭚' }])
  expect(
    await again.query('SELECT DISTINCT undoable FROM audit_entry WHERE action = ?', ['settings.save']),
  ).toEqual([{ undoable: 0 }])
  await again.close()
})

test('the sample is marked, settings alone are no data', async () => {
  const db = await emptyOffice()
  await saveSettings(db, { operator: '王敏' })
  expect([await isEmpty(db), await isSample(db)]).toEqual([true, false])
  await db.edit(setUp, async (tx) => {
    await markSample(tx)
    await tx.insert('unit', unitRow('s', 'streetCommittee', '汉江路街道党工委', null))
  })
  expect([await isEmpty(db), await isSample(db)]).toEqual([false, true])
  expect(await loadSettings(db)).toMatchObject({ operator: '王敏' })
  await db.close()
})
