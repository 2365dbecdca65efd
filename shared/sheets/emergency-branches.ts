import type { Column, Sheet } from './sheet.ts'
import { communitySynonyms, phoneSynonyms, serialSynonyms } from './synonyms.ts'

/** Name and phone under the heading of an office. */
const contact = (field: string, group: string, groupSynonyms: readonly string[]): readonly Column[] => [
  { field, group, groupSynonyms, label: '姓名', synonyms: ['名字'], type: 'name' },
  {
    field: `${field}Phone`,
    group,
    groupSynonyms,
    label: '联系电话',
    synonyms: phoneSynonyms,
    type: 'phones',
  },
]

/** 应急党支部名册: one row an emergency branch, the offices in a header of two rows. */
export const emergencyBranchesSheet: Sheet = {
  ledger: 'emergencyBranches',
  title: '应急党支部名册',
  knownBy: ['community', 'branch', 'secretary'],
  unique: { fields: ['community', 'branch'], at: 'branch', what: '应急党支部' },
  columns: [
    { field: 'serial', label: '序号', synonyms: serialSynonyms, type: 'serial' },
    {
      field: 'community',
      label: '所属社区',
      synonyms: [...communitySynonyms, '社区党委'],
      type: 'community',
      required: true,
      repeats: true,
    },
    { field: 'estate', label: '小区名称', synonyms: ['小区', '所属小区', '所在小区'], type: 'estate' },
    {
      field: 'branch',
      label: '应急党支部名称',
      synonyms: ['应急党支部', '共驻共建应急党支部', '共驻共建应急党支部名称', '应急支部名称'],
      type: 'branch',
      required: true,
    },
    ...contact('secretary', '支部书记', ['书记', '党支部书记', '应急党支部书记']),
    ...contact('firstSecretary', '第一书记', ['支部第一书记', '应急党支部第一书记']),
    {
      field: 'partner',
      group: '第一书记',
      groupSynonyms: ['支部第一书记', '应急党支部第一书记', '包联单位'],
      label: '包联单位及职务',
      synonyms: ['单位及职务', '包联单位', '单位职务', '工作单位及职务', '单位', '共驻共建单位及职务'],
      type: 'partner',
    },
    ...contact('gridLeader', '网格长', ['网格负责人', '小区网格长']),
    { field: 'buildings', label: '楼栋数', synonyms: ['楼栋', '楼栋总数', '楼栋数量'], type: 'count' },
    { field: 'households', label: '户数', synonyms: ['总户数', '居民户数', '住户数'], type: 'count' },
    { field: 'note', label: '备注', synonyms: ['说明'], type: 'text' },
  ],
}
