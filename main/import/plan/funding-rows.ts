import { formatYuan } from '../../../shared/rules/money.ts'
import { nearest } from '../../../shared/rules/nearest.ts'
import { sourceField } from '../../../shared/sheets/funding.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import type { FundSourceRow } from '../../database/rows.ts'
import { branchOf } from './branch.ts'
import { asNew, questionKey } from './decisions.ts'
import type { Office } from './office.ts'
import type { RowReport } from './report.ts'

/** 经费预算安排表: what a branch gets in a year from each source; a total that differs is adjusted by the difference. */
export const planAppropriationRow = (row: RowReport, office: Office): void => {
  const branch = branchOf(row, office, row.text('branch') ?? '')
  if (branch === null) return
  const date = row.text('date')
  const year =
    date === null ? (row.context.year ?? Number(office.today.slice(0, 4))) : Number(date.slice(0, 4))
  const amount = row.count('appropriated')
  if (amount !== null) {
    const source = sourceOf(row, office, row.text('source'))
    if (source === null) return
    receive(row, office, {
      branch,
      source,
      date: date ?? `${year}-01-01`,
      amountFen: amount,
      note: row.text('note') ?? '',
    })
    return
  }
  const wanted = Object.keys(row.row.values).flatMap((field) => {
    const amountFen = field.startsWith(sourceField) ? row.count(field) : null
    return amountFen === null ? [] : [{ field, name: field.slice(sourceField.length), amountFen }]
  })
  const negative = wanted.find((one) => one.amountFen < 0)
  if (negative !== undefined) {
    row.refuse(negative.field, '预算安排不能是负数')
    return
  }
  for (const { field, name, amountFen } of wanted) {
    const source = office.books.source(name)
    const earlier = source === null ? null : office.books.earlierTotal(year, branch.id, source.id)
    if (earlier === null || (earlier.amountFen === 0 && amountFen === 0)) continue
    const place = earlier.sheet === row.row.sheet ? '' : '另一张表'
    row.refuse(field, `${place}第 ${earlier.row} 行已经写了${branch.name}${year}年的这一项，请合并成一行`)
    return
  }
  for (const { name, amountFen } of wanted) {
    const source = office.books.source(name) ?? office.books.createSource(name)
    const { sheet, row: number } = row.row
    office.books.keepTotal(year, branch.id, source.id, { sheet, row: number, amountFen })
    total(row, office, { branch, source, year, date: date ?? `${year}-01-01`, amountFen })
  }
}

/** Numbers that the file gives are not for vouchers without one, wherever they stand. */
export const noteVoucher = (row: RowReport, office: Office): void => {
  const date = row.text('date')
  const voucherNo = row.text('voucherNo')
  if (date !== null && voucherNo !== null) office.books.reserve(Number(date.slice(0, 4)), voucherNo)
}

/** 经费收支流水: one voucher, or what came in. */
export const planDisbursementRow = (row: RowReport, office: Office): void => {
  const branch = branchOf(row, office, row.text('branch') ?? '')
  if (branch === null) return
  const source = sourceOf(row, office, row.text('source'))
  if (source === null) return
  const { spent, income } = sidesOf(row)
  const date = row.text('date') ?? ''
  const summary = row.text('summary') ?? ''
  if ((spent ?? 0) === 0 && (income ?? 0) === 0) {
    row.refuse('amount', '没有填写金额，或金额是 0')
    return
  }
  const facts = { unitId: branch.id, sourceId: source.id, date, summary, amountFen: spent ?? 0 }
  const voucherNo = row.text('voucherNo')
  const spends = spent !== null && spent !== 0
  const known =
    spends && voucherNo !== null ? office.books.voucher(Number(date.slice(0, 4)), voucherNo) : null
  const differs = known === null ? null : differenceOf(known, facts)
  if (differs !== null) {
    // Before anything of the row is planned: what came in must not stay behind alone.
    row.refuse('voucherNo', `凭证 ${voucherNo} 已经登记过，${differs}与这一行不同，请核对`)
    return
  }
  if (known !== null && known.summary !== summary) {
    row.warn(`凭证 ${voucherNo} 的摘要已登记为“${known.summary}”，与表里不同，没有修改`)
  }
  if (income !== null && income !== 0)
    receive(row, office, { branch, source, date, amountFen: income, note: summary })
  if (!spends || known !== null) return
  if (voucherNo === null) {
    if (office.books.claimVoucher(facts)) return
    if (office.books.hasAnotherVoucher(facts))
      row.warn(`${date} 的“${summary}”已登记过，金额不同，这一笔另外记入，如是更正请先冲销原来的凭证`)
  }
  const number = office.books.spend(
    {
      ...facts,
      category: row.text('category') ?? '',
      payee: row.text('payee') ?? '',
      handler: row.text('handler') ?? '',
    },
    voucherNo,
  )
  row.created('disbursements', '支出凭证', `${number} ${branch.name} ${summary} ${formatYuan(spent)} 元`)
  const left = office.books.balanceFen(Number(date.slice(0, 4)), branch.id, source.id)
  if (left < 0) row.warn(`${branch.name}的${source.name}超支 ${formatYuan(-left)} 元`)
}

/** A book with one column of amounts says beside them which came in: 收支类别 收入. */
const incoming = /^(?:收入?|拨入|拨款收入|收款|进账|入账)$/u

const sidesOf = (row: RowReport): { readonly spent: number | null; readonly income: number | null } => {
  const amount = row.count('amount')
  const income = row.count('income')
  return income === null && incoming.test(row.text('category') ?? '')
    ? { spent: null, income: amount }
    : { spent: amount, income }
}

const differenceOf = (
  known: {
    readonly unitId: string
    readonly sourceId: string
    readonly date: string
    readonly amountFen: number
  },
  facts: {
    readonly unitId: string
    readonly sourceId: string
    readonly date: string
    readonly amountFen: number
  },
): string | null => {
  if (known.amountFen !== facts.amountFen) return `金额（${formatYuan(known.amountFen)} 元）`
  if (known.unitId !== facts.unitId) return '党支部'
  if (known.sourceId !== facts.sourceId) return '资金来源'
  return known.date === facts.date ? null : `日期（${known.date}）`
}

interface Amount {
  readonly branch: KnownUnit
  readonly source: FundSourceRow
  readonly date: string
  readonly amountFen: number
}

/** One amount that came in; the same one in the books already is no change. */
const receive = (row: RowReport, office: Office, entry: Amount & { readonly note: string }): void => {
  const { branch, source, date, amountFen, note } = entry
  const facts = { unitId: branch.id, sourceId: source.id, date, amountFen }
  if (office.books.claimAppropriation(facts)) return
  if (office.books.hasAnotherAmount(facts)) {
    row.warn(
      `${branch.name} ${date} 已安排过${source.name}的另一笔金额，这一笔另外记入，如是更正请先冲销原来的`,
    )
  }
  office.books.allot(facts, Number(date.slice(0, 4)), note)
  row.created('appropriations', '经费安排', `${branch.name} ${source.name} ${formatYuan(amountFen)} 元`)
}

/** The whole amount of a year: what the books have less or more is made up by the difference. */
const total = (row: RowReport, office: Office, entry: Amount & { readonly year: number }): void => {
  const { branch, source, year, date, amountFen } = entry
  const before = office.books.allottedFen(year, branch.id, source.id)
  if (before === amountFen) return
  const facts = { unitId: branch.id, sourceId: source.id, date, amountFen: amountFen - before }
  const name = `${branch.name} ${source.name}`
  if (before === 0) {
    office.books.allot(facts, year, '导入的预算安排')
    row.created('appropriations', '经费安排', `${name} ${formatYuan(amountFen)} 元`)
    return
  }
  office.books.allot(facts, year, `导入调整：原 ${formatYuan(before)} 元，现 ${formatYuan(amountFen)} 元`)
  row.updated('appropriations', `${year}/${branch.id}/${source.id}`, '经费安排', name, [
    { field: `${year} 年金额`, before: formatYuan(before), after: formatYuan(amountFen) },
  ])
}

const sourceOf = (row: RowReport, office: Office, name: string | null): FundSourceRow | null => {
  if (name === null) {
    row.refuse('source', '没有填写资金来源')
    return null
  }
  const known = office.books.source(name)
  if (known !== null) return known
  const key = questionKey('source', name)
  const decided = office.decisions.of(key)
  const meant = decided === null ? null : office.books.sourceById(decided)
  if (meant !== null) return meant
  if (decided === asNew) {
    row.created('fundSources', '资金来源', name)
    return office.books.createSource(name)
  }
  const all = office.books.allSources()
  const similar = nearest(
    name,
    all.map((source) => source.name),
  )
  const hint = similar.length === 0 ? '' : `，是否为${similar.map((one) => `“${one}”`).join('、')}`
  row.refuse('source', `没有名为“${name}”的资金来源${hint}`, {
    key,
    text: `没有名为“${name}”的资金来源，它是`,
    options: [
      ...all.map((source) => ({ value: source.id, label: source.name })),
      { value: asNew, label: `新建“${name}”` },
    ],
    unless: null,
  })
  return null
}
