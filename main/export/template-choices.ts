import type ExcelJS from 'exceljs'
import { postKindLabels } from '../../shared/labels.ts'
import type { TableKind } from '../../shared/models/import.ts'
import type { TemplateLists } from '../../shared/models/template.ts'
import { venueRightLabels } from '../../shared/models/venue.ts'
import type { Column } from '../../shared/sheets/sheet.ts'

/** The 56 peoples in the order of GB/T 3304, as a roster writes them. */
const peoples = (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 ' +
  '佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 ' +
  '阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 ' +
  '珞巴族 基诺族'
).split(' ')

/** 政治面貌 in the order of GB/T 4762. */
const politicalStatuses = (
  '中共党员 中共预备党员 共青团员 民革党员 民盟盟员 民建会员 民进会员 农工党党员 致公党党员 九三学社社员 台盟盟员 ' +
  '无党派人士 群众'
).split(' ')

const offices: Partial<Record<TableKind, readonly string[]>> = {
  heads: [postKindLabels.buildingHead, postKindLabels.stairwellHead, postKindLabels.neighborHead],
  gridStaff: [postKindLabels.gridLeader, postKindLabels.gridWorker],
}

/** What a column's cells are chosen from, and what happens with another word. */
export interface Choices {
  /** Of the hidden sheet's column; choices of the same title are the same list. */
  readonly title: string
  readonly words: readonly string[]
  /** `no`: refused; `ask`: Excel asks whether it is meant; `yes`: taken, the list only helps. */
  readonly others: 'no' | 'ask' | 'yes'
}

const choices = (title: string, words: readonly string[], others: Choices['others']): Choices | null =>
  words.length === 0 ? null : { title, words, others }

/** What cells of the column are chosen from; null where they are written freely. */
export const choicesOf = (column: Column, table: TableKind, lists: TemplateLists): Choices | null => {
  switch (column.type) {
    case 'gender':
      return choices('性别', ['男', '女'], 'no')
    case 'ethnicity':
      return choices('民族', peoples, 'ask')
    case 'category':
      return choices('人员类别', ['正式党员', '预备党员'], 'no')
    case 'political':
      return choices('政治面貌', politicalStatuses, 'ask')
    case 'right':
      return choices('产权性质', Object.values(venueRightLabels), 'no')
    case 'office':
      return choices('职务', offices[table] ?? [], 'no')
    case 'yesNo':
      return choices('是否', ['是', '否'], 'no')
    case 'community':
      // Of the organization, a new community or branch is what the row is there for.
      return choices('社区', lists.communities, table === 'organization' ? 'yes' : 'ask')
    case 'branch':
      return table === 'emergencyBranches'
        ? null
        : choices('党支部', lists.branches, table === 'organization' ? 'yes' : 'ask')
    case 'estate':
      return choices('小区', lists.estates, 'yes')
    case 'source':
      return choices('资金来源', lists.sources, 'ask')
    default:
      return null
  }
}

const refusing = (error: string) =>
  ({
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '这样填不能导入',
    error,
  }) as const

/** 1910: nobody on a ledger is older, and a month typed as the number 1998.07 would be a day of 1905. */
const firstDay = '1910-01-01'
const lastDay = '2099-12-31'
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569

/** The rule for cells chosen from `range` of the hidden sheet. */
export const choiceRule = ({ title, others }: Choices, range: string): ExcelJS.DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [range],
  showErrorMessage: others !== 'yes',
  errorStyle: others === 'no' ? 'stop' : 'warning',
  errorTitle: others === 'no' ? '这样填不能导入' : '列表里没有',
  error: others === 'no' ? `${title}请从列表中选。` : `${title}列表里没有这一项，确实要这样填吗？`,
})

/** The rule for cells that are typed; `cell` is the first of them, e.g. `C5`. Null: any text. */
export const typedRule = ({ type }: Column, cell: string): ExcelJS.DataValidation | null => {
  switch (type) {
    case 'day':
      return {
        type: 'date',
        operator: 'between',
        formulae: [new Date(firstDay), new Date(lastDay)],
        ...refusing('请填日期，如 2026-03-05。'),
      }
    case 'date':
    case 'born': {
      // A text that begins with a year is a date whose day is not known.
      const isDay = `AND(ISNUMBER(${cell}),${cell}>=${serialOf(firstDay)},${cell}<=${serialOf(lastDay)})`
      const isMonth = `AND(ISTEXT(${cell}),ISNUMBER(--LEFT(${cell},4)))`
      return {
        type: 'custom',
        formulae: [`OR(${isDay},${isMonth})`],
        ...refusing('请填日期，如 2005-07-01；只知道年月的写成 2005.7月。'),
      }
    }
    case 'count':
      return {
        type: 'whole',
        operator: 'between',
        formulae: [0, 1_000_000],
        ...refusing('请填整数，不带单位。'),
      }
    case 'money':
    case 'area':
      return {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 1_000_000_000],
        ...refusing('请填数字，不带单位。'),
      }
    case 'idNumber':
      return {
        type: 'textLength',
        operator: 'equal',
        formulae: [18],
        ...refusing('身份证号应为 18 位。'),
      }
    default:
      return null
  }
}
