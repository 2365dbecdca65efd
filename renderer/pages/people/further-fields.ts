import type { PersonDetail } from '../../../shared/models/person.ts'

/** Fields that the roster brought and that are not edited here; shown where there is something. */
export const further = (person: PersonDetail) =>
  (
    [
      ['民族', person.ethnicity],
      ['出生日期', person.birthDate],
      ['学历', person.education],
      ['工作岗位', person.occupation],
      ['入党日期', person.joinedOn],
      ['转正日期', person.confirmedOn],
    ] as const
  )
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => ({ key: label, label, children: value }))
