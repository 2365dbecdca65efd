import type { Column, Sheet } from './sheet.ts'
import { branchSynonyms, communitySynonyms, noteColumn, serialColumn, streetSynonyms } from './synonyms.ts'

/** The six sources of domain.md; an office may add its own, which become columns as well. */
export const usualSources = [
  '县级财政定额预算',
  '县管党费定量补助',
  '党员群众众筹基金',
  '社区集体经济自筹',
  '共驻共建单位支持',
  '街道补助',
] as const

const shortNames: Readonly<Record<string, readonly string[]>> = {
  县级财政定额预算: [
    '县级财政预算',
    '财政定额预算',
    '县财政预算',
    '财政预算',
    '县级财政',
    '县财政',
    '财政拨款',
    '县级财政定额',
  ],
  县管党费定量补助: [
    '县管党费补助',
    '党费定量补助',
    '县管党费',
    '党费补助',
    '党费支持',
    '县管党费定量补助资金',
  ],
  党员群众众筹基金: ['众筹基金', '党员众筹', '党员群众众筹', '众筹', '众筹资金', '党员众筹资金', '群众众筹'],
  社区集体经济自筹: ['集体经济自筹', '社区自筹', '集体经济', '自筹', '自筹资金', '集体经济自筹资金'],
  共驻共建单位支持: ['共建单位支持', '单位支持', '共驻共建支持', '驻区单位支持', '单位支持资金'],
  街道补助: ['街道补贴', '街道办补助', '街道补助资金', '街道补助经费'],
}

/** Prefix of the field of a column that holds the amount from one source: `source:街道补助`. */
export const sourceField = 'source:'

const ofSource = (name: string): Column => ({
  field: `${sourceField}${name}`,
  label: name,
  synonyms: shortNames[name] ?? [],
  type: 'money',
  example: '10000.00',
})

const branchColumn: Column = {
  field: 'branch',
  label: '党支部',
  synonyms: [...branchSynonyms, '使用部门', '使用单位', '使用支部', '单位', '支出支部'],
  type: 'branch',
  required: true,
  repeats: true,
  example: '百二河雅苑小区党支部',
}
const communityColumn: Column = {
  field: 'community',
  label: '社区',
  synonyms: communitySynonyms,
  type: 'community',
  repeats: true,
}

/** 经费预算安排表: a branch a row, a source a column; or a row an amount with its source named. */
export const appropriationsSheet = (sources: readonly string[]): Sheet => ({
  table: 'appropriations',
  ledger: 'funding',
  title: '经费预算安排表',
  knownBy: [
    ...sources.map((name) => ['branch', `${sourceField}${name}`]),
    ['branch', 'source', 'appropriated'],
  ],
  titled: {
    words: /预算|拨付|安排/u,
    knownBy: [
      ['branch', 'source', 'appropriated'],
      ['branch', 'appropriated'],
    ],
  },
  unique: null,
  columns: [
    serialColumn,
    { field: 'street', label: '街道', synonyms: streetSynonyms, type: 'street', repeats: true },
    communityColumn,
    branchColumn,
    ...sources.map(ofSource),
    { field: 'source', label: '资金来源', synonyms: ['来源', '经费来源'], type: 'source' },
    {
      field: 'appropriated',
      label: '安排金额',
      synonyms: [
        '预算金额',
        '拨付金额',
        '安排金额（元）',
        '拨款金额',
        '预算数',
        '金额',
        '金额（元）',
        '分配金额',
        '下拨金额',
        '预算金额（元）',
        '拨款数',
        '安排资金',
        '拨付资金',
        '补助金额',
      ],
      type: 'money',
    },
    {
      field: 'date',
      label: '日期',
      synonyms: [
        '安排日期',
        '拨付日期',
        '拨款日期',
        '下达日期',
        '拨付时间',
        '拨款时间',
        '下达时间',
        '安排时间',
      ],
      type: 'day',
    },
    noteColumn,
  ],
})

/** 经费收支流水: one row a voucher, or what came in. */
export const disbursementsSheet: Sheet = {
  table: 'disbursements',
  ledger: 'funding',
  title: '经费收支流水',
  knownBy: [
    ['voucherNo', 'summary', 'amount'],
    ['date', 'summary', 'amount'],
    ['summary', 'amount', 'source'],
  ],
  titled: {
    words: /支出|收支|流水|开支/u,
    knownBy: [
      ['summary', 'amount'],
      ['date', 'amount'],
    ],
  },
  unique: { fields: ['date', 'voucherNo'], at: 'voucherNo', what: '凭证号' },
  columns: [
    serialColumn,
    {
      field: 'date',
      label: '日期',
      synonyms: [
        '支出日期',
        '记账日期',
        '时间',
        '发生日期',
        '报销日期',
        '凭证日期',
        '付款日期',
        '入账日期',
        '支付日期',
        '开支时间',
        '开支日期',
        '支出时间',
        '报账日期',
        '记账时间',
      ],
      type: 'day',
      required: true,
      repeats: true,
      example: '2026-03-05',
    },
    {
      field: 'voucherNo',
      label: '凭证号',
      synonyms: ['凭证编号', '凭证字号', '凭证', '凭证编码', '凭单号', '票据号', '记账凭证号', '凭证号数'],
      type: 'voucher',
      example: '记-0001',
    },
    {
      field: 'summary',
      label: '摘要',
      synonyms: [
        '开支项目',
        '支出内容',
        '用途',
        '项目',
        '支出事由',
        '支出项目',
        '事由',
        '内容',
        '内容摘要',
        '支出用途',
        '开支内容',
        '事项',
        '经费用途',
        '支出明细',
        '费用名称',
        '摘要内容',
        '开支事项',
      ],
      type: 'text',
      required: true,
      example: '主题党日活动',
    },
    communityColumn,
    branchColumn,
    {
      field: 'source',
      label: '资金来源',
      synonyms: ['来源', '经费来源'],
      type: 'source',
      required: true,
      example: '县级财政定额预算',
    },
    {
      field: 'category',
      label: '科目',
      synonyms: [
        '支出类别',
        '支出科目',
        '类别',
        '费用类别',
        '经费类别',
        '支出类型',
        '项目类别',
        '经费科目',
        '科目名称',
      ],
      type: 'text',
      example: '活动经费',
    },
    {
      field: 'income',
      label: '收入',
      synonyms: ['收入金额', '收入（元）', '拨入', '收入数', '拨入金额', '收入额'],
      type: 'money',
    },
    {
      field: 'amount',
      label: '支出金额',
      synonyms: [
        '支出',
        '金额',
        '支出（元）',
        '金额（元）',
        '开支金额',
        '报销金额',
        '支出金额（元）',
        '开支',
        '发生额',
        '支付金额',
        '使用金额',
        '付出',
        '支出数',
        '支出额',
      ],
      type: 'money',
      example: '500.00',
    },
    {
      field: 'payee',
      label: '收款人',
      synonyms: ['收款单位', '收款方', '领款人', '收款人/单位', '收款单位/个人', '收款方名称'],
      type: 'text',
    },
    {
      field: 'handler',
      label: '经办人',
      synonyms: ['项目负责人', '负责人', '经手人', '经办', '报销人', '责任人', '经办人员'],
      type: 'text',
      example: '张三',
    },
    noteColumn,
  ],
}
