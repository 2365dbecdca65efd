import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { absolute } from '../arguments.ts'
import { allotStandard } from '../database/funding-allotment.ts'
import { loadStatement } from '../database/funding-statement.ts'
import { resolveUnit } from '../database/resolve.ts'
import { loadSettings } from '../database/settings.ts'
import { loadCounts } from '../database/tree.ts'
import { emergencyBranchesBeside } from '../database/units.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { saveCardsPdf, selectCards } from '../handlers/cards.ts'
import { statementBytes } from '../handlers/funding.ts'
import { loadSample } from '../sample.ts'
import { preparePages } from '../start-pages.ts'
import { importLedger } from './import-ledger.ts'
import { listImports, undoImportRun } from './imports.ts'
import { listPeople } from './list-people.ts'
import type { Command } from './options.ts'
import { listGaps, listUnits, merge, undoLast } from './organization.ts'
import type { Answer, Surroundings } from './surroundings.ts'
import { saveTemplate } from './template.ts'

type Of<N extends Command['name']> = Extract<Command, { name: N }>

/** Does what a command says. Throws AppError. */
export const runCommand = async (command: Command, around: Surroundings): Promise<Answer> => {
  switch (command.name) {
    case 'import':
      return importLedger(command, around)
    case 'imports':
      return listImports(around)
    case 'undo-import':
      return undoImportRun(command, around)
    case 'template':
      return saveTemplate(command, around)
    case 'tree':
      return { ...(await loadCounts(around.context.database())) }
    case 'units':
      return listUnits(command, around)
    case 'gaps':
      return listGaps(around)
    case 'people':
      return listPeople(command, around)
    case 'merge':
      return merge(command, around)
    case 'undo':
      return undoLast(around)
    case 'cards':
      return cards(command, around)
    case 'appropriate':
      return appropriate(command, around)
    case 'statement':
      return statement(command, around)
    case 'sample':
      return sample(command, around)
  }
}

/** The emergency branches that names mean; an ordinary branch means those that stand beside it. */
const emergencyIds = async (
  names: readonly string[],
  { context }: Surroundings,
): Promise<readonly string[] | null> => {
  if (names.length === 0) return null
  const db = context.database()
  const ids: string[] = []
  for (const name of names) {
    const unit = await resolveUnit(db, name, ['emergencyBranch', 'branch'])
    if (unit.kind === 'emergencyBranch') {
      ids.push(unit.id)
      continue
    }
    const beside = await emergencyBranchesBeside(db, unit.id)
    if (beside.length === 0) throw new AppError('cards.nothing', { reason: `${unit.name}没有应急党支部` })
    ids.push(...beside.map((row) => row.id))
  }
  return ids
}

const cards = async (command: Of<'cards'>, around: Surroundings): Promise<Answer> => {
  const { context, cwd, say } = around
  const db = context.database()
  const selection = await selectCards(db, await emergencyIds(command.branches, around))
  await preparePages()
  const path = absolute(command.out, cwd)
  const { cardEdition } = await loadSettings(db)
  const options = {
    layout: command.layout,
    cropMarks: true,
    issuedOn: dayOf(new Date()),
    edition: cardEdition,
  } as const
  const pages = await saveCardsPdf(context, selection, options, path)
  say(`${selection.cards.length} 张联系卡已存为 ${path}，共 ${pages} 页。`)
  for (const { branch, reason } of selection.skipped) say(`没有打印：${branch}（${reason}）`)
  return { cards: selection.cards.length, pages, skipped: selection.skipped }
}

const appropriate = async (command: Of<'appropriate'>, { context, say }: Surroundings): Promise<Answer> => {
  const db = context.database()
  const street = await resolveUnit(db, command.street, ['streetCommittee'])
  const outcome = await allotStandard(db, command.year, street.id)
  say(
    outcome.branches === 0
      ? `${street.name} ${command.year} 年的定额经费此前已全部安排，没有新增。`
      : `已为${street.name} ${outcome.branches} 个支部安排 ${command.year} 年定额经费。`,
  )
  return { ...outcome }
}

const statement = async (command: Of<'statement'>, { context, cwd, say }: Surroundings): Promise<Answer> => {
  const db = context.database()
  const street = command.street === null ? null : await resolveUnit(db, command.street, ['streetCommittee'])
  const model = await loadStatement(db, command.year, street?.id ?? null)
  const path = absolute(command.out, cwd)
  const format = path.toLowerCase().endsWith('.pdf') ? 'pdf' : 'xlsx'
  if (format === 'pdf') await preparePages()
  await writeFileAtomic(path, await statementBytes(model, format, context.printer))
  say(`${command.year} 年预算执行情况表已存为 ${path}。`)
  const { appropriatedFen, spentFen, balanceFen } = model.total
  return {
    rows: model.communities.reduce((sum, community) => sum + community.rows.length, 0),
    totalFen: { appropriated: appropriatedFen, spent: spentFen, balance: balanceFen },
  }
}

/** The main job on the sample street: load, allot, cards, statement. */
const sample = async (command: Of<'sample'>, around: Surroundings): Promise<Answer> => {
  const { context, cwd, say } = around
  const folder = absolute(command.out, cwd)
  mkdirSync(folder, { recursive: true })
  await loadSample(context, 'sample')
  say('示例街道已载入。')
  const year = new Date().getFullYear()
  const file = (name: string): string => join(folder, name)
  const card = await cards(
    { name: 'cards', out: file('应急党支部联系卡.pdf'), layout: 'a4', branches: [] },
    around,
  )
  const book = { name: 'statement', year, street: null } as const
  await statement({ ...book, out: file('预算执行情况表.xlsx') }, around)
  const sums = await statement({ ...book, out: file('预算执行情况表.pdf') }, around)
  return {
    ...(await loadCounts(context.database())),
    cards: card,
    statement: sums,
    files: ['应急党支部联系卡.pdf', '预算执行情况表.xlsx', '预算执行情况表.pdf'].map(file),
  }
}
