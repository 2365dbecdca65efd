import { contact } from './contact.ts'
import type { Sheet } from './sheet.ts'
import { communitySynonyms, noteColumn, serialColumn } from './synonyms.ts'

/** 包联单位（共驻共建单位）名册: one row a unit; its communities and estates may be several in one cell. */
export const partnerUnitsSheet: Sheet = {
  table: 'partnerUnits',
  ledger: 'partnerUnits',
  title: '包联单位名册',
  knownBy: [
    ['partner', 'leader'],
    ['partner', 'liaison'],
    ['partner', 'community', 'estates'],
  ],
  titled: {
    words: /包联|共驻共建|驻区单位|共建单位/u,
    knownBy: [
      ['partner', 'community'],
      ['partner', 'estates'],
    ],
  },
  unique: { fields: ['partner', 'community', 'estates'], at: 'partner', what: '包联单位' },
  columns: [
    serialColumn,
    {
      field: 'partner',
      label: '单位名称',
      synonyms: [
        '包联单位',
        '包联单位名称',
        '共驻共建单位',
        '共驻共建单位名称',
        '驻区单位',
        '驻区单位名称',
        '共建单位',
        '单位',
        '结对单位',
      ],
      type: 'text',
      required: true,
      repeats: true,
      example: '区税务局',
    },
    { field: 'address', label: '单位地址', synonyms: ['地址', '办公地址'], type: 'text' },
    ...contact('leader', '负责人', ['单位负责人', '主要负责人', '单位主要负责人', '包联领导', '第一书记']),
    {
      field: 'leaderPosition',
      group: '负责人',
      groupSynonyms: ['单位负责人', '主要负责人', '单位主要负责人', '包联领导', '第一书记'],
      label: '职务',
      synonyms: ['单位职务'],
      type: 'text',
      example: '党委书记、局长',
    },
    ...contact('liaison', '联络员', ['联系人', '联络人', '单位联络员']),
    {
      field: 'community',
      label: '包联社区',
      synonyms: [...communitySynonyms, '联系社区', '结对社区', '共建社区', '包保社区'],
      type: 'community',
      repeats: true,
      example: '六堰社区',
    },
    {
      field: 'estates',
      label: '包联小区',
      synonyms: ['小区', '小区名称', '联系小区', '结对小区', '包保小区', '包联小区名称'],
      type: 'names',
      example: '百二河雅苑、阳光花园',
    },
    noteColumn,
  ],
}
