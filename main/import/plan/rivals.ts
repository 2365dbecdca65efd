import { nameKey } from '../../../shared/rules/names.ts'
import { branchKey, communityKey } from '../../../shared/rules/unit-names.ts'
import { memo } from './memo.ts'
import { type PersonFacts, phonesOf } from './person-facts.ts'
import type { RowReport } from './report.ts'

/** Counts the people of one name in one branch whom a roster names. */
export class Rivals {
  /** Mostly there is one: a set of its own is made for the second only. */
  private readonly people = new Map<string, string | Set<string>>()
  private readonly communityKey = memo(communityKey)
  private readonly branchKey = memo(branchKey)

  /** To be called for all rows before any is planned. A row without ID number and phone is somebody by itself. */
  add(facts: PersonFacts, row: RowReport): void {
    const key = this.keyOf(facts, row)
    const who = facts.idNumber ?? phonesOf(facts)[0] ?? `${row.row.sheet}/${row.row.row}`
    const people = this.people.get(key)
    if (people === undefined) this.people.set(key, who)
    else if (typeof people !== 'string') people.add(who)
    else if (people !== who) this.people.set(key, new Set([people, who]))
  }

  of(facts: PersonFacts, row: RowReport): number {
    const people = this.people.get(this.keyOf(facts, row))
    if (people === undefined) return 0
    return typeof people === 'string' ? 1 : people.size
  }

  private keyOf({ name }: PersonFacts, row: RowReport): string {
    const community = row.text('community') ?? row.context.community ?? ''
    return `${nameKey(name)}/${this.communityKey(community)}/${this.branchKey(row.text('branch') ?? '')}`
  }
}
