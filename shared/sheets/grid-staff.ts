import { contact } from './contact.ts'
import type { Sheet } from './sheet.ts'
import {
  communitySynonyms,
  estateSynonyms,
  genderColumn,
  gridSynonyms,
  idNumberSynonyms,
  phoneSynonyms,
  politicalSynonyms,
  serialColumn,
  streetSynonyms,
} from './synonyms.ts'

/** 网格长、网格员名册: one row a person, or a grid with its leader and its worker. */
export const gridStaffSheet: Sheet = {
  table: 'gridStaff',
  ledger: 'gridStaff',
  title: '网格长网格员名册',
  knownBy: [
    ['gridWorker', 'gridWorkerPhone'],
    ['gridLeader', 'gridLeaderPhone'],
    ['grid', 'name', 'office'],
  ],
  titled: {
    words: /网格(?:长|员|队伍|人员)/u,
    knownBy: [
      ['name', 'phone'],
      ['grid', 'name'],
    ],
  },
  unique: null,
  columns: [
    serialColumn,
    { field: 'street', label: '所属街道', synonyms: streetSynonyms, type: 'street', repeats: true },
    {
      field: 'community',
      label: '所属社区',
      synonyms: communitySynonyms,
      type: 'community',
      repeats: true,
      example: '六堰社区',
    },
    {
      field: 'grid',
      label: '网格',
      synonyms: gridSynonyms,
      type: 'place',
      repeats: true,
      example: '第一网格',
    },
    { field: 'estate', label: '小区', synonyms: estateSynonyms, type: 'estate' },
    {
      field: 'office',
      label: '职务',
      synonyms: [
        '岗位',
        '网格职务',
        '类别',
        '人员类别',
        '网格岗位',
        '担任职务',
        '身份',
        '人员类型',
        '所任职务',
        '职务/岗位',
      ],
      type: 'office',
      example: '网格员',
    },
    { field: 'name', label: '姓名', synonyms: ['名字', '人员姓名'], type: 'name', example: '张三' },
    genderColumn,
    { field: 'politicalStatus', label: '政治面貌', synonyms: politicalSynonyms, type: 'political' },
    { field: 'idNumber', label: '身份证号', synonyms: idNumberSynonyms, type: 'idNumber' },
    { field: 'phone', label: '联系电话', synonyms: phoneSynonyms, type: 'phones', example: '13800000000' },
    ...contact('gridLeader', '网格长', ['网格负责人', '小区网格长', '总网格长']),
    ...contact('gridWorker', '网格员', ['专职网格员', '专属网格员', '兼职网格员']),
    {
      field: 'households',
      label: '户数',
      synonyms: ['总户数', '网格户数', '覆盖户数', '管辖户数'],
      type: 'count',
    },
  ],
}
