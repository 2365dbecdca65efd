import type { Sheet } from './sheet.ts'
import {
  addressSynonyms,
  birthSynonyms,
  communitySynonyms,
  estateSynonyms,
  genderColumn,
  idNumberSynonyms,
  noteColumn,
  phoneSynonyms,
  politicalSynonyms,
  serialColumn,
} from './synonyms.ts'

/** 志愿者名册: one row a volunteer. */
export const volunteersSheet: Sheet = {
  table: 'volunteers',
  ledger: 'volunteers',
  title: '志愿者名册',
  knownBy: [
    ['name', 'team'],
    ['name', 'community', 'serviceType'],
  ],
  titled: {
    words: /志愿/u,
    knownBy: [
      ['name', 'phone'],
      ['name', 'idNumber'],
    ],
  },
  unique: { fields: ['idNumber', 'community'], at: 'idNumber', what: '身份证号' },
  columns: [
    serialColumn,
    {
      field: 'name',
      label: '姓名',
      synonyms: ['志愿者姓名', '名字'],
      type: 'name',
      required: true,
      example: '张三',
    },
    genderColumn,
    {
      field: 'idNumber',
      label: '身份证号',
      synonyms: idNumberSynonyms,
      type: 'idNumber',
      example: '420302198001010002',
    },
    { field: 'birthDate', label: '出生日期', synonyms: birthSynonyms, type: 'born' },
    {
      field: 'politicalStatus',
      label: '政治面貌',
      synonyms: politicalSynonyms,
      type: 'political',
      example: '群众',
    },
    {
      field: 'community',
      label: '所属社区',
      synonyms: [...communitySynonyms, '服务社区'],
      type: 'community',
      required: true,
      repeats: true,
      example: '六堰社区',
    },
    { field: 'estate', label: '小区', synonyms: estateSynonyms, type: 'estate' },
    {
      field: 'team',
      label: '服务队',
      synonyms: ['志愿服务队', '所属服务队', '志愿服务组织', '服务队名称', '所属志愿队', '志愿队伍'],
      type: 'text',
      example: '六堰社区志愿服务队',
    },
    {
      field: 'serviceType',
      label: '服务类别',
      synonyms: ['服务类型', '志愿服务类别', '服务项目', '服务方向'],
      type: 'text',
      example: '环境卫生',
    },
    { field: 'specialty', label: '特长', synonyms: ['专业特长', '个人特长', '专长', '技能'], type: 'text' },
    { field: 'phone', label: '联系电话', synonyms: phoneSynonyms, type: 'phones', example: '13800000000' },
    {
      field: 'registeredOn',
      label: '注册日期',
      synonyms: ['注册时间', '登记日期', '加入时间', '加入日期'],
      type: 'date',
    },
    { field: 'occupation', label: '工作单位', synonyms: ['单位', '职业', '工作单位及职务'], type: 'text' },
    { field: 'address', label: '家庭住址', synonyms: addressSynonyms, type: 'text' },
    noteColumn,
  ],
}
