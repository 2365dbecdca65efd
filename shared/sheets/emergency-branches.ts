import { contact } from './contact.ts'
import type { Sheet } from './sheet.ts'
import { communitySynonyms, estateSynonyms, noteColumn, serialColumn } from './synonyms.ts'

/** 应急党支部名册: one row an emergency branch, the offices in a header of two rows. */
export const emergencyBranchesSheet: Sheet = {
  table: 'emergencyBranches',
  ledger: 'emergencyBranches',
  title: '应急党支部名册',
  knownBy: [['community', 'branch', 'secretary']],
  titled: { words: /应急.*支部|应急党支部/u, knownBy: [['branch', 'secretary']] },
  unique: { fields: ['community', 'branch'], at: 'branch', what: '应急党支部' },
  columns: [
    serialColumn,
    {
      field: 'community',
      label: '所属社区',
      synonyms: [...communitySynonyms, '社区党委'],
      type: 'community',
      required: true,
      repeats: true,
      example: '六堰社区',
    },
    { field: 'estate', label: '小区名称', synonyms: estateSynonyms, type: 'estate', example: '百二河雅苑' },
    {
      field: 'branch',
      label: '应急党支部名称',
      synonyms: ['应急党支部', '共驻共建应急党支部', '共驻共建应急党支部名称', '应急支部名称', '应急支部'],
      type: 'branch',
      required: true,
      example: '百二河雅苑小区应急党支部',
    },
    ...contact('secretary', '支部书记', ['书记', '党支部书记', '应急党支部书记', '应急支部书记']),
    ...contact('firstSecretary', '第一书记', ['支部第一书记', '应急党支部第一书记']),
    {
      field: 'partner',
      group: '第一书记',
      groupSynonyms: ['支部第一书记', '应急党支部第一书记', '包联单位'],
      label: '包联单位及职务',
      synonyms: [
        '单位及职务',
        '包联单位',
        '单位职务',
        '工作单位及职务',
        '单位',
        '共驻共建单位及职务',
        '共驻共建单位',
      ],
      type: 'partner',
      example: '区税务局党委书记、局长',
    },
    ...contact('gridLeader', '网格长', ['网格负责人', '小区网格长']),
    {
      field: 'buildings',
      label: '楼栋数',
      synonyms: ['楼栋', '楼栋总数', '楼栋数量'],
      type: 'count',
      example: '12',
    },
    {
      field: 'households',
      label: '户数',
      synonyms: ['总户数', '居民户数', '住户数'],
      type: 'count',
      example: '480',
    },
    noteColumn,
  ],
}
