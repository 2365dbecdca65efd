import type { Transaction } from '../../main/database/transaction.ts'
import type { PostKind } from '../../shared/models/post.ts'
import { personRow, postRow, unitRow } from '../database/office.ts'

/** Name, phone, second phone. */
export type Person = readonly [string, string, string | null]

/** What the card of one emergency branch is made of. */
export interface Contacts {
  readonly branch: string
  readonly secretary: Person | null
  readonly firstSecretary: Person | null
  readonly gridLeader: Person | null
  readonly partnerUnit: string
  readonly position: string
}

export const ordinary = (branch: string): Contacts => ({
  branch,
  secretary: ['许文雪', '15000005541', null],
  firstSecretary: ['邹芳磊', '13800009448', null],
  gridLeader: ['白勇文', '13800002809', null],
  partnerUnit: '区税务局',
  position: '党组书记、局长',
})

/** As long as the fields allow at all. */
export const longestWords: Contacts = {
  branch: `${'某'.repeat(94)}应急党支部`,
  secretary: ['买买提·阿不都热依木'.repeat(9), '13800000002', '0719-88888888-801'],
  firstSecretary: ['阿不都热依木'.repeat(16), '13800000003', '0719-88888888-802'],
  gridLeader: ['依木'.repeat(50), '13800000004', '0719-88888888-803'],
  partnerUnit: '单位'.repeat(50),
  position: '书记、局长'.repeat(40),
}

/** Emergency branch `e<n>` under `community`, with its people, posts and partner unit. */
export const addEmergencyBranch = async (tx: Transaction, n: number, contacts: Contacts): Promise<void> => {
  const unitId = `e${n}`
  await tx.insert('partnerUnit', { id: `partner${n}`, name: contacts.partnerUnit })
  await tx.insert('unit', {
    ...unitRow(unitId, 'emergencyBranch', contacts.branch, 'community', n),
    partnerUnitId: `partner${n}`,
  })
  const people: readonly (readonly [PostKind, Person | null])[] = [
    ['secretary', contacts.secretary],
    ['firstSecretary', contacts.firstSecretary],
    ['gridLeader', contacts.gridLeader],
  ]
  for (const [kind, person] of people) {
    if (person === null) continue
    const [name, phone, phone2] = person
    const id = `${unitId}-${kind}`
    await tx.insert('person', personRow(id, name, { phone, phone2 }))
    const position = kind === 'firstSecretary' ? contacts.position : null
    await tx.insert('post', { ...postRow(`${id}-post`, unitId, kind, id), position })
  }
}
