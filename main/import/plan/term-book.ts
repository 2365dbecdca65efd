import { fieldLabels } from '../../../shared/labels.ts'
import type { PlannedChange } from '../../../shared/models/import.ts'
import type { KnownReporting, KnownVolunteer } from '../../database/import-snapshot.ts'
import type { NewRow, Patch } from '../../database/rows.ts'
import type { Edits } from './edits.ts'

interface Known {
  reporting: KnownReporting
  volunteer: KnownVolunteer
}

/** What a ledger says of somebody's reporting or volunteering; null or empty says nothing. */
export type TermFacts<T extends keyof Known> = Partial<
  Omit<Known[T], 'id' | 'version' | 'personId' | 'unitId'>
>

/** What became of a row: new, changed field by field, as it was, or against what row `row` of the file said. */
export type TermOutcome =
  | { readonly kind: 'contradicts'; readonly row: number; readonly fields: readonly string[] }
  | { readonly kind: 'created' }
  | { readonly kind: 'updated'; readonly id: string; readonly changes: PlannedChange['changes'] }
  | { readonly kind: 'same' }

type Fields = Readonly<Record<string, unknown>>

/** Who reports to, or volunteers in, which community. */
export class TermBook<T extends keyof Known> {
  private readonly living = new Map<string, Known[T]>()
  private readonly unitsOf = new Map<string, string[]>()
  /** Person and unit → the first row of the file that says something of them. */
  private readonly saidBy = new Map<string, { readonly row: number; readonly facts: Fields }>()

  constructor(
    private readonly table: T,
    rows: readonly Known[T][],
    private readonly edits: Edits,
  ) {
    for (const row of rows) this.keep(row)
  }

  has(personId: string, unitId: string): boolean {
    return this.living.has(`${personId}/${unitId}`)
  }

  /** Ids of the communities where somebody is on record. */
  unitsWith(personId: string): readonly string[] {
    return this.unitsOf.get(personId) ?? []
  }

  /** A blank never overwrites a value, and a later row of the file nothing that an earlier one said. */
  hold(personId: string, unitId: string, facts: TermFacts<T>, row: number): TermOutcome {
    const at = `${personId}/${unitId}`
    const known = this.living.get(at)
    const said = Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== ''),
    )
    const earlier = this.saidBy.get(at)
    const against = Object.keys(said).filter(
      (field) => (earlier?.facts[field] ?? said[field]) !== said[field],
    )
    if (earlier !== undefined && against.length > 0) {
      const fields = against.map((field) => fieldLabels[this.table]?.[field] ?? field)
      return { kind: 'contradicts', row: earlier.row, fields }
    }
    this.saidBy.set(at, { row: earlier?.row ?? row, facts: { ...said, ...earlier?.facts } })
    if (known === undefined) {
      const row = { ...facts, personId, unitId, endsOn: null }
      const id = this.edits.insert(this.table, row as unknown as Omit<NewRow<T>, 'id'>)
      this.keep({ ...row, id, version: 1 } as unknown as Known[T])
      return { kind: 'created' }
    }
    const old = known as unknown as Readonly<Record<string, unknown>>
    const patch = Object.fromEntries(Object.entries(said).filter(([field, value]) => old[field] !== value))
    if (Object.keys(patch).length === 0) return { kind: 'same' }
    this.edits.update(this.table, known.id, known.version, patch as Patch<T>)
    this.living.set(`${personId}/${unitId}`, { ...known, ...patch })
    if (this.edits.isNew(this.table, known.id)) return { kind: 'same' }
    const changes = Object.entries(patch).map(([field, value]) => ({
      field: fieldLabels[this.table]?.[field] ?? field,
      before: String(old[field] ?? ''),
      after: String(value),
    }))
    return { kind: 'updated', id: known.id, changes }
  }

  private keep(row: Known[T]): void {
    this.living.set(`${row.personId}/${row.unitId}`, row)
    const units = this.unitsOf.get(row.personId)
    if (units === undefined) this.unitsOf.set(row.personId, [row.unitId])
    else units.push(row.unitId)
  }
}
