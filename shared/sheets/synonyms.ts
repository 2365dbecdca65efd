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
] as const
export const idNumberSynonyms = [
  '公民身份证号',
  '身份证',
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '公民身份证号码',
  '证件号码',
] as const
export const joinedSynonyms = ['加入党组织日期', '入党时间', '入党日期', '入党年月'] as const
export const confirmedSynonyms = ['转为正式党员日期', '转正时间', '转正日期'] as const
export const branchSynonyms = [
  '所在党支部',
  '所属党支部',
  '所属党组织',
  '所在党组织',
  '党支部',
  '支部名称',
] as const
export const categorySynonyms = ['人员类别', '党员类别', '党员类型'] as const
export const addressSynonyms = ['家庭住址', '居住地址', '现住址', '住址', '详细地址', '家庭地址'] as const
export const educationSynonyms = ['学历', '文化程度', '最高学历'] as const
export const communitySynonyms = ['所属社区', '社区', '社区名称', '所在社区', '社区党组织'] as const
export const serialSynonyms = ['序号', '编号', '序'] as const
