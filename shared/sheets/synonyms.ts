/** Headers met in real ledgers, by what they mean; a bare 社区, 小区 or 职务 depends on the ledger and is not here. */
export const phoneSynonyms = [
  '联系电话',
  '手机',
  '手机号',
  '手机号码',
  '电话',
  '电话号码',
  '移动电话',
  '联系方式',
  '联系号码',
  '本人电话',
] as const
export const idNumberSynonyms = [
  '公民身份证号',
  '身份证',
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '公民身份证号码',
  '公民身份号',
  '证件号码',
  '证件号',
  '居民身份证号码',
] as const
export const joinedSynonyms = [
  '加入党组织日期',
  '入党时间',
  '入党日期',
  '入党年月',
  '加入中共党组织日期',
  '加入党组织时间',
] as const
export const confirmedSynonyms = [
  '转为正式党员日期',
  '转正时间',
  '转正日期',
  '转正年月',
  '转为正式党员时间',
] as const
export const branchSynonyms = [
  '所在党支部',
  '所属党支部',
  '所属党组织',
  '所在党组织',
  '党支部',
  '党支部名称',
  '支部名称',
  '所在支部',
  '所属支部',
  '支部',
  '组织关系所在党支部',
] as const
export const categorySynonyms = ['人员类别', '党员类别', '党员类型', '类别'] as const
export const addressSynonyms = [
  '家庭住址',
  '居住地址',
  '现住址',
  '住址',
  '详细地址',
  '家庭地址',
  '现居住地址',
  '居住地',
] as const
export const educationSynonyms = ['学历', '文化程度', '最高学历'] as const
export const communitySynonyms = [
  '所属社区',
  '社区',
  '社区名称',
  '所在社区',
  '社区党组织',
  '村（社区）',
  '村社区',
] as const
export const serialSynonyms = ['序号', '编号', '序', 'NO', 'No.'] as const
export const politicalSynonyms = ['政治面貌', '政治面目', '面貌'] as const
export const estateSynonyms = [
  '小区名称',
  '小区',
  '所属小区',
  '所在小区',
  '居住小区',
  '小区（院落）',
] as const
export const streetSynonyms = [
  '所属街道',
  '街道',
  '街道名称',
  '街道（镇）',
  '乡镇街道',
  '乡镇（街道）',
] as const
export const gridSynonyms = ['网格', '所属网格', '网格名称', '网格编号', '所在网格', '网格号'] as const
export const noteSynonyms = ['备注', '说明', '备注说明'] as const
export const birthSynonyms = ['出生日期', '出生年月', '出生年月日', '出生时间'] as const
export const genderColumn = { field: 'gender', label: '性别', type: 'gender', example: '女' } as const
export const noteColumn = { field: 'note', label: '备注', synonyms: noteSynonyms, type: 'text' } as const
export const serialColumn = {
  field: 'serial',
  label: '序号',
  synonyms: serialSynonyms,
  type: 'serial',
  example: '1',
} as const
