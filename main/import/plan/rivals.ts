import { nameKey } from '../../../shared/rules/names.ts'
import { branchKey, communityKey } from '../../../shared/rules/unit-names.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Counts the people of one name in one branch whom a roster names. */
export class Rivals {
  private readonly people = new Map<string, Set<string>>()

  /** To be called for all rows before any is planned. A row without ID number and phone is somebody by itself. */
  add(facts: PersonFacts, row: RowReport): void {
    const key = keyOf(facts, row)
    const who = facts.idNumber ?? phonesOf(facts)[0] ?? `${row.row.sheet}/${row.row.row}`
    const people = this.people.get(key)
    if (people === undefined) this.people.set(key, new Set([who]))
    else people.add(who)
  }

  of(facts: PersonFacts, row: RowReport): number {
    return this.people.get(keyOf(facts, row))?.size ?? 0
  }
}

const keyOf = ({ name }: PersonFacts, row: RowReport): string => {
  const community = row.text('community') ?? row.context.community ?? ''
  return `${nameKey(name)}/${communityKey(community)}/${branchKey(row.text('branch') ?? '')}`
}
