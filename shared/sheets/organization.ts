import type { Sheet } from './sheet.ts'
import { communitySynonyms, phoneSynonyms, serialColumn, streetSynonyms } from './synonyms.ts'

/** 组织架构: one row a building group; a blank cell repeats the one above. */
export const organizationSheet: Sheet = {
  table: 'organization',
  ledger: 'organization',
  title: '组织架构',
  knownBy: [
    ['street', 'community', 'branch'],
    ['community', 'branch', 'group'],
  ],
  titled: { words: /组织架构|党组织(?:名册|名单|台账|设置)|组织体系/u, knownBy: [['community', 'branch']] },
  unique: { fields: ['street', 'community', 'branch', 'group'], at: 'group', what: '党小组' },
  columns: [
    serialColumn,
    {
      field: 'street',
      label: '街道党工委',
      synonyms: [...streetSynonyms, '街道工委'],
      type: 'street',
      required: true,
      repeats: true,
      example: '汉江路街道党工委',
    },
    {
      field: 'community',
      label: '社区党委',
      synonyms: [...communitySynonyms, '社区大党委', '社区党总支', '社区党组织名称'],
      type: 'community',
      required: true,
      repeats: true,
      example: '六堰社区党委',
    },
    {
      field: 'branch',
      label: '小区党支部',
      synonyms: [
        '党支部',
        '党支部名称',
        '小区党支部名称',
        '支部名称',
        '网格党支部',
        '片区党支部',
        '小区（网格）党支部',
        '网格党支部名称',
      ],
      type: 'branch',
      required: true,
      repeats: true,
      example: '百二河雅苑小区党支部',
    },
    {
      field: 'group',
      label: '楼栋党小组',
      synonyms: ['党小组', '党小组名称', '楼栋党小组名称', '小组名称'],
      type: 'group',
      example: '1号楼党小组',
    },
    {
      field: 'leader',
      label: '党小组组长',
      synonyms: ['组长', '组长姓名', '党小组长', '楼栋党小组组长', '小组长'],
      type: 'name',
      example: '张三',
    },
    {
      field: 'leaderPhone',
      label: '联系电话',
      synonyms: [...phoneSynonyms, '组长电话', '组长联系电话', '组长手机号'],
      type: 'phones',
      example: '13800000000',
    },
  ],
}
