import { halfWidth, withoutBlanks } from '../../../shared/rules/text.ts'
import { voucherNoOf, voucherNumber } from '../../../shared/rules/voucher.ts'
import type { Snapshot } from '../../database/import-snapshot.ts'
import type { FundSourceRow } from '../../database/rows.ts'
import type { Edits } from './edits.ts'

const keyOfSource = (name: string): string => halfWidth(withoutBlanks(name)).replace(/(?:资金|经费)$/u, '')

/** A voucher as far as a second import must know it again. Amounts in fen. */
export interface VoucherFacts {
  readonly unitId: string
  readonly sourceId: string
  readonly date: string
  readonly summary: string
  readonly amountFen: number
}

/** A year's whole amount from one source, as a row of the file gives it. */
export interface GivenTotal {
  readonly sheet: number
  readonly row: number
  readonly amountFen: number
}

/** Sources, what was allotted and what was spent, as the rows planned so far leave them. */
export class KnownBooks {
  private readonly sources = new Map<string, FundSourceRow>()
  /** Year, unit and source → fen. */
  private readonly allotted = new Map<string, number>()
  private readonly spent = new Map<string, number>()
  /** Year and number → the voucher. */
  private readonly vouchers = new Map<string, VoucherFacts>()
  /** Like entries → how many of them no row has claimed yet. */
  private readonly unclaimed = new Map<string, number>()
  /** Year → numbers taken, and from where on the lowest free one is looked for: none is ever given back. */
  private readonly numbers = new Map<number, { readonly taken: Set<number>; next: number }>()
  /** Year, unit and source → the row that gave the whole amount: a second one would take its place unseen. */
  private readonly totals = new Map<string, GivenTotal>()
  private lastSort = 0

  constructor(
    snapshot: Pick<Snapshot, 'sources' | 'appropriations' | 'disbursements'>,
    private readonly edits: Edits,
  ) {
    for (const source of snapshot.sources) this.keepSource(source)
    for (const entry of snapshot.appropriations) {
      addTo(this.allotted, accountOf(entry.year, entry.unitId, entry.sourceId), entry.amountFen)
      this.leaveOpen(ofAppropriation(entry))
    }
    for (const entry of snapshot.disbursements) {
      addTo(this.spent, accountOf(entry.year, entry.unitId, entry.sourceId), entry.amountFen)
      this.leaveOpen(ofVoucher(entry))
      this.keepVoucher(entry.year, entry.voucherNo, entry)
    }
  }

  source(name: string): FundSourceRow | null {
    const key = keyOfSource(name)
    const exact = this.sources.get(key)
    if (exact !== undefined) return exact
    const like = [...this.sources.values()].filter((one) => keyOfSource(one.name).includes(key))
    return like.length === 1 ? (like[0] ?? null) : null
  }

  allSources(): readonly FundSourceRow[] {
    return [...this.sources.values()]
  }

  sourceById(id: string): FundSourceRow | null {
    return this.allSources().find((source) => source.id === id) ?? null
  }

  createSource(name: string): FundSourceRow {
    const fields = { name, sort: this.lastSort + 1 }
    const source: FundSourceRow = { ...fields, id: this.edits.insert('fundSource', fields), version: 1 }
    this.keepSource(source)
    return source
  }

  allottedFen(year: number, unitId: string, sourceId: string): number {
    return this.allotted.get(accountOf(year, unitId, sourceId)) ?? 0
  }

  earlierTotal(year: number, unitId: string, sourceId: string): GivenTotal | null {
    return this.totals.get(accountOf(year, unitId, sourceId)) ?? null
  }

  keepTotal(year: number, unitId: string, sourceId: string, given: GivenTotal): void {
    this.totals.set(accountOf(year, unitId, sourceId), given)
  }

  balanceFen(year: number, unitId: string, sourceId: string): number {
    const account = accountOf(year, unitId, sourceId)
    return (this.allotted.get(account) ?? 0) - (this.spent.get(account) ?? 0)
  }

  /** True when an appropriation just like this stands in the books and no row has claimed it yet. */
  claimAppropriation(entry: Omit<VoucherFacts, 'summary'>): boolean {
    return this.claim(ofAppropriation(entry))
  }

  /** True when a voucher just like this stands in the books and no row has claimed it yet. */
  claimVoucher(entry: VoucherFacts): boolean {
    return this.claim(ofVoucher(entry))
  }

  allot(entry: Omit<VoucherFacts, 'summary'>, year: number, note: string): void {
    const { unitId, sourceId, date, amountFen } = entry
    this.edits.insert('appropriation', {
      year,
      unitId,
      sourceId,
      amountFen,
      date,
      note,
      standardId: null,
      onceKey: null,
      reversesId: null,
    })
    addTo(this.allotted, accountOf(year, unitId, sourceId), amountFen)
  }

  /** A number that a row of the file has: it is not given to another voucher. */
  reserve(year: number, voucherNo: string): void {
    this.takeNumber(year, voucherNo)
  }

  voucher(year: number, voucherNo: string): VoucherFacts | null {
    return this.vouchers.get(`${year}/${voucherNo}`) ?? null
  }

  /** `voucherNo` null takes the lowest number of the year that is free. Answers the number. */
  spend(
    entry: VoucherFacts & { readonly category: string; readonly payee: string; readonly handler: string },
    voucherNo: string | null,
  ): string {
    const year = Number(entry.date.slice(0, 4))
    const number = voucherNo ?? this.nextNumber(year)
    this.edits.insert('disbursement', { ...entry, year, voucherNo: number, reversesId: null })
    addTo(this.spent, accountOf(year, entry.unitId, entry.sourceId), entry.amountFen)
    this.keepVoucher(year, number, entry)
    return number
  }

  /** True when the books have an entry that is like this but for the amount, and no row has claimed it yet. */
  hasAnotherAmount(entry: Omit<VoucherFacts, 'summary'>): boolean {
    return (this.unclaimed.get(ofAppropriation(entry).alike) ?? 0) > 0
  }

  /** The same of a voucher. */
  hasAnotherVoucher(entry: VoucherFacts): boolean {
    return (this.unclaimed.get(ofVoucher(entry).alike) ?? 0) > 0
  }

  private leaveOpen({ same, alike }: Likeness): void {
    addTo(this.unclaimed, same, 1)
    addTo(this.unclaimed, alike, 1)
  }

  private claim({ same, alike }: Likeness): boolean {
    const left = this.unclaimed.get(same) ?? 0
    if (left === 0) return false
    addTo(this.unclaimed, same, -1)
    addTo(this.unclaimed, alike, -1)
    return true
  }

  private keepSource(source: FundSourceRow): void {
    this.sources.set(keyOfSource(source.name), source)
    this.lastSort = Math.max(this.lastSort, source.sort)
  }

  private keepVoucher(year: number, voucherNo: string, entry: VoucherFacts): void {
    this.vouchers.set(`${year}/${voucherNo}`, entry)
    this.takeNumber(year, voucherNo)
  }

  private takeNumber(year: number, voucherNo: string): void {
    const number = voucherNumber(voucherNo)
    if (number !== null) this.numbersOf(year).taken.add(number)
  }

  private nextNumber(year: number): string {
    const numbers = this.numbersOf(year)
    while (numbers.taken.has(numbers.next)) numbers.next += 1
    return voucherNoOf(numbers.next)
  }

  private numbersOf(year: number): { readonly taken: Set<number>; next: number } {
    const known = this.numbers.get(year)
    if (known !== undefined) return known
    const numbers = { taken: new Set<number>(), next: 1 }
    this.numbers.set(year, numbers)
    return numbers
  }
}

const accountOf = (year: number, unitId: string, sourceId: string): string => `${year}/${unitId}/${sourceId}`

/** What entries are known again by: all of it, and all but the amount. */
interface Likeness {
  readonly same: string
  readonly alike: string
}

const ofAppropriation = (entry: Omit<VoucherFacts, 'summary'>): Likeness => {
  const alike = `a/${entry.unitId}/${entry.sourceId}/${entry.date}`
  return { same: `${alike}\u0000${entry.amountFen}`, alike }
}

const ofVoucher = (entry: VoucherFacts): Likeness => {
  const alike = `v/${entry.unitId}/${entry.sourceId}/${entry.date}/${entry.summary}`
  return { same: `${alike}\u0000${entry.amountFen}`, alike }
}

const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
