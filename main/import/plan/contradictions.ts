import { genderOf, dayOf as idBirth, isSampleNumber } from '../../../shared/rules/id-facts.ts'
import type { PersonFacts } from './person-facts.ts'

/** What a row says of a person that cannot all be true, in words. */
export const contradictionsIn = (facts: PersonFacts): readonly string[] => {
  const found: string[] = []
  const { idNumber, birthDate, gender, joinedOn, confirmedOn } = facts
  if (idNumber) {
    const born = idBirth(idNumber)
    if (birthDate && born.slice(0, birthDate.length) !== birthDate)
      found.push(`出生日期与身份证号（${born}）不符`)
    if (gender && !isSampleNumber(idNumber) && genderOf(idNumber) !== gender) {
      found.push(`性别与身份证号（${genderOf(idNumber)}）不符`)
    }
  }
  if (
    joinedOn &&
    confirmedOn &&
    confirmedOn.slice(0, joinedOn.length) < joinedOn.slice(0, confirmedOn.length)
  ) {
    found.push('转正日期早于入党日期')
  }
  return found
}
