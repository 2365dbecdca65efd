import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import { type LedgerKind, ledgerKinds } from '../../shared/models/import.ts'
import { isoDate } from '../../shared/requests/fields.ts'
import { ledgerTitles, sheets } from '../../shared/sheets/all.ts'

export const usage = `用法：
  import 文件 [--dry-run] [--errors 问题行.xlsx]   导入台账
         [--map 表头=字段]…                        某一列按指定字段读（字段可用中文名）
         [--create-missing]                        新建台账里有、系统里没有的社区和党支部
         [--all-sheets]                            别的台账的工作表和隐藏的工作表也导入
  imports                                          导入记录
  undo-import 编号                                 撤销某一次导入，导入后改过的保留
  template 台账 --out 模板.xlsx [--community 社区] 空白模板，或填好某个社区已有内容的模板
  tree                                             各类组织的数量
  units [--as-of 日期]                             某一天（默认今天）的全部组织
  gaps                                             缺项清单
  people [--search 文字]                           人员名单，电话和证件号只显示首尾
  merge --into 支部名称 --units 支部名称…          把几个党支部合并为一个
  undo                                             撤销最近一次操作
  cards --out 联系卡.pdf [--layout a4|card] [--branch 支部名称]…
  appropriate --year 年份 --street 街道名称        按定额安排一年经费
  statement --year 年份 --out 报表.xlsx|报表.pdf [--street 街道名称]
  sample --out 文件夹                              载入示例街道并生成联系卡和报表
每条命令都可加 --data 数据文件夹。`

export type Command =
  | {
      readonly name: 'import'
      readonly file: string
      readonly dryRun: boolean
      readonly errors: string | null
      /** Header → field. */
      readonly map: Readonly<Record<string, string>>
      readonly createMissing: boolean
      readonly allSheets: boolean
    }
  | { readonly name: 'imports' }
  | { readonly name: 'undo-import'; readonly id: string }
  | {
      readonly name: 'template'
      readonly ledger: LedgerKind
      readonly out: string
      readonly community: string | null
    }
  | { readonly name: 'tree' }
  | { readonly name: 'units'; readonly asOf: string | null }
  | { readonly name: 'gaps' }
  | { readonly name: 'people'; readonly search: string | null }
  | { readonly name: 'merge'; readonly into: string; readonly units: readonly string[] }
  | { readonly name: 'undo' }
  | {
      readonly name: 'cards'
      readonly out: string
      readonly layout: 'a4' | 'card'
      readonly branches: readonly string[]
    }
  | { readonly name: 'appropriate'; readonly year: number; readonly street: string }
  | {
      readonly name: 'statement'
      readonly year: number
      readonly out: string
      readonly street: string | null
    }
  | { readonly name: 'sample'; readonly out: string }

const wrong = (reason: string): AppError => new AppError('usage', { reason: `${reason}\n${usage}` })

const need = (value: string | undefined, option: string): string => {
  if (value === undefined || value.trim() === '') throw wrong(`缺少 ${option}。`)
  return value
}

const yearOf = (value: string | undefined): number => {
  const text = need(value, '--year')
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < 1990 || year > 2100) throw wrong(`“${text}”不是年份。`)
  return year
}

const dayIn = (text: string): string => {
  if (!isoDate.safeParse(text).success) throw wrong(`“${text}”不是日期，请写成 2026-06-30 这样。`)
  return text
}

const withEnding = (path: string, endings: readonly string[]): string => {
  if (!endings.some((ending) => path.toLowerCase().endsWith(ending))) {
    throw wrong(`--out 的文件名须以 ${endings.join(' 或 ')} 结尾。`)
  }
  return path
}

/** `表头=字段`; the field is one that some ledger has, by its name in the program or its Chinese label. */
const mapping = (text: string): readonly [string, string] => {
  const at = text.lastIndexOf('=')
  const header = text.slice(0, Math.max(at, 0)).trim()
  const wanted = text.slice(at + 1).trim()
  if (at < 1 || header === '') throw wrong(`--map 应写成“表头=字段”，“${text}”不是。`)
  const known = Object.values(sheets).some((sheet) =>
    sheet.columns.some(({ field, label }) => field === wanted || label === wanted),
  )
  if (wanted !== '' && !known) throw wrong(`--map 里的“${wanted}”不是任何台账的字段。`)
  return [header, wanted]
}

/** A ledger by its name in the program or by its Chinese title, whole or in part. */
const ledgerNamed = (text: string): LedgerKind => {
  const exact = ledgerKinds.find((kind) => kind === text || ledgerTitles[kind] === text)
  const like = ledgerKinds.filter((kind) => ledgerTitles[kind].includes(text))
  const found = exact ?? (like.length === 1 ? like[0] : undefined)
  if (found === undefined) {
    const all = ledgerKinds.map((kind) => `${kind}（${ledgerTitles[kind]}）`).join('、')
    throw wrong(`没有“${text}”这种台账，可用：${all}。`)
  }
  return found
}

/** Which options each command knows; anything else is wrong usage. */
const known: Readonly<Record<Command['name'], readonly string[]>> = {
  import: ['dry-run', 'errors', 'map', 'create-missing', 'all-sheets'],
  imports: [],
  'undo-import': [],
  template: ['out', 'community'],
  tree: [],
  units: ['as-of'],
  gaps: [],
  people: ['search'],
  merge: ['into', 'units'],
  undo: [],
  cards: ['out', 'layout', 'branch'],
  appropriate: ['year', 'street'],
  statement: ['year', 'out', 'street'],
  sample: ['out'],
}

/** Commands that take a word of their own: a file, the number of an import, a ledger. */
const takesWord: ReadonlySet<Command['name']> = new Set(['import', 'merge', 'undo-import', 'template'])

const isCommand = (name: string | undefined): name is Command['name'] =>
  name !== undefined && Object.hasOwn(known, name)

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        errors: { type: 'string' },
        map: { type: 'string', multiple: true },
        'create-missing': { type: 'boolean' },
        'all-sheets': { type: 'boolean' },
        community: { type: 'string' },
        out: { type: 'string' },
        layout: { type: 'string' },
        branch: { type: 'string', multiple: true },
        year: { type: 'string' },
        street: { type: 'string' },
        'as-of': { type: 'string' },
        search: { type: 'string' },
        into: { type: 'string' },
        units: { type: 'string', multiple: true },
      },
    })
  } catch {
    throw wrong('命令写法不正确。')
  }
}

/** The words after `--cli` (without `--data DIR`) as a command. Throws `usage`. */
export const readCommand = (words: readonly string[]): Command => {
  const { values, positionals } = parse(words)
  const [name, file, ...more] = positionals
  if (!isCommand(name)) throw wrong(name === undefined ? '没有写命令。' : `没有“${name}”这个命令。`)
  // The names after --units stand one after the other; only the first belongs to the option.
  const surplus = name === 'merge' ? 0 : more.length
  if (surplus > 0 || (!takesWord.has(name) && file !== undefined)) {
    throw wrong('多写了参数。')
  }
  const foreign = Object.keys(values).find((option) => !known[name].includes(option))
  if (foreign !== undefined) throw wrong(`${name} 没有 --${foreign} 这个选项。`)
  switch (name) {
    case 'import':
      return {
        name,
        file: need(file, '文件'),
        dryRun: values['dry-run'] ?? false,
        errors: values.errors === undefined ? null : withEnding(need(values.errors, '--errors'), ['.xlsx']),
        map: Object.fromEntries((values.map ?? []).map(mapping)),
        createMissing: values['create-missing'] ?? false,
        allSheets: values['all-sheets'] ?? false,
      }
    case 'imports':
      return { name }
    case 'undo-import':
      return { name, id: need(file, '导入编号') }
    case 'template':
      return {
        name,
        ledger: ledgerNamed(need(file, '台账')),
        out: withEnding(need(values.out, '--out'), ['.xlsx']),
        community: values.community === undefined ? null : need(values.community, '--community'),
      }
    case 'tree':
    case 'gaps':
    case 'undo':
      return { name }
    case 'units':
      return { name, asOf: values['as-of'] === undefined ? null : dayIn(values['as-of']) }
    case 'people':
      return { name, search: values.search === undefined ? null : need(values.search, '--search') }
    case 'merge': {
      const units = [...(values.units ?? []), ...positionals.slice(1)]
      if (units.length === 0) throw wrong('缺少 --units。')
      return { name, into: need(values.into, '--into'), units }
    }
    case 'cards': {
      const layout = values.layout ?? 'a4'
      if (layout !== 'a4' && layout !== 'card') throw wrong('--layout 只能是 a4 或 card。')
      return {
        name,
        out: withEnding(need(values.out, '--out'), ['.pdf']),
        layout,
        branches: values.branch ?? [],
      }
    }
    case 'appropriate':
      return { name, year: yearOf(values.year), street: need(values.street, '--street') }
    case 'statement':
      return {
        name,
        year: yearOf(values.year),
        out: withEnding(need(values.out, '--out'), ['.xlsx', '.pdf']),
        street: values.street === undefined ? null : need(values.street, '--street'),
      }
    case 'sample':
      return { name, out: need(values.out, '--out') }
  }
}
