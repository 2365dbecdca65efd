import type { Sheet } from './sheet.ts'
import {
  addressSynonyms,
  birthSynonyms,
  genderColumn,
  idNumberSynonyms,
  noteColumn,
  phoneSynonyms,
  serialColumn,
} from './synonyms.ts'

/** 在职党员双报到登记表: one row a member of a work unit who reports to the community of residence. */
export const reportingSheet: Sheet = {
  table: 'reporting',
  ledger: 'reporting',
  title: '双报到登记表',
  knownBy: [
    ['name', 'community', 'workUnit'],
    ['name', 'community', 'claimedPost'],
    ['name', 'community', 'reportedOn'],
  ],
  titled: {
    words: /双报到|报到(?:党员|登记)|党员.*报到/u,
    knownBy: [
      ['name', 'phone'],
      ['name', 'workUnit'],
    ],
  },
  unique: { fields: ['idNumber', 'community'], at: 'idNumber', what: '身份证号' },
  columns: [
    serialColumn,
    { field: 'name', label: '姓名', synonyms: ['党员姓名'], type: 'name', required: true, example: '张三' },
    genderColumn,
    {
      field: 'community',
      label: '报到社区',
      synonyms: [
        '报到的社区',
        '报到地社区',
        '报到单位',
        '所报到社区',
        '报到党组织',
        '社区',
        '所属社区',
        '报到社区名称',
      ],
      type: 'community',
      required: true,
      example: '六堰社区',
    },
    {
      field: 'reportedOn',
      label: '报到日期',
      synonyms: ['报到时间', '登记日期', '报到年月'],
      type: 'date',
      example: '2026-03-01',
    },
    {
      field: 'partyCommittee',
      label: '所属党委',
      synonyms: ['所在党委', '单位党委', '所属党组织', '所在单位党组织', '隶属党委'],
      type: 'text',
      example: '区税务局党委',
    },
    {
      field: 'workUnit',
      label: '工作单位',
      synonyms: ['单位', '所在单位', '单位名称', '工作单位及职务', '所在单位名称'],
      type: 'text',
      example: '区税务局',
    },
    {
      field: 'claimedPost',
      label: '认领岗位',
      synonyms: ['认领服务岗位', '服务岗位', '岗位', '认领岗位名称', '认岗情况'],
      type: 'text',
      example: '政策宣传',
    },
    { field: 'specialty', label: '专业特长', synonyms: ['特长', '个人特长', '专长'], type: 'text' },
    { field: 'serviceType', label: '服务类别', synonyms: ['服务类型', '服务项目'], type: 'text' },
    { field: 'phone', label: '联系电话', synonyms: phoneSynonyms, type: 'phones', example: '13800000000' },
    {
      field: 'idNumber',
      label: '身份证号',
      synonyms: idNumberSynonyms,
      type: 'idNumber',
      example: '420302198001010002',
    },
    { field: 'birthDate', label: '出生日期', synonyms: birthSynonyms, type: 'born' },
    { field: 'address', label: '家庭住址', synonyms: addressSynonyms, type: 'text' },
    noteColumn,
  ],
}
