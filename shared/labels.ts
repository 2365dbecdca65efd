import type { DuplicateReason } from './models/duplicate.ts'
import { type AnyGap, type FewGap, postOfGap } from './models/gap.ts'
import type { MemberCategory, MemberKind } from './models/person.ts'
import type { PostKind } from './models/post.ts'
import type { BranchKind, UnitKind } from './models/unit.ts'

/** Chinese words for the kinds and fields of the data: one list for the window, the history, the import and print. */

export const unitKindLabels: Readonly<Record<UnitKind, string>> = {
  streetCommittee: '街道党工委',
  communityCommittee: '社区党委',
  branch: '党支部',
  buildingGroup: '楼栋党小组',
  memberHousehold: '党员中心户',
  emergencyBranch: '应急党支部',
}

export const branchKindLabels: Readonly<Record<BranchKind, string>> = {
  estate: '小区党支部',
  grid: '网格党支部',
  joint: '联合党支部',
  property: '物业党支部',
  temporary: '临时党支部',
}

export const postKindLabels: Readonly<Record<PostKind, string>> = {
  secretary: '书记',
  firstSecretary: '第一书记',
  deputySecretary: '副书记',
  committeeMember: '委员',
  groupLeader: '党小组组长',
  gridLeader: '网格长',
  gridWorker: '网格员',
  buildingHead: '楼栋长',
  stairwellHead: '单元长',
  neighborHead: '邻长',
  partyAdvisor: '党建指导员',
  specialist: '专员',
}

export const memberCategoryLabels: Readonly<Record<MemberCategory, string>> = {
  full: '正式党员',
  probationary: '预备党员',
}

export const memberKindLabels: Readonly<Record<MemberKind, string>> = {
  resident: '居住党员',
  reporting: '报到党员',
  retired: '离退休党员',
  employed: '在职党员',
  floating: '流动党员',
}

/** What is missing, short enough for a tag. */
const gapLabels: Readonly<Record<Exclude<AnyGap, FewGap>, string>> = {
  noSecretary: '缺书记',
  noSecretaryPhone: '书记缺电话',
  noFirstSecretary: '缺第一书记',
  noFirstSecretaryPhone: '第一书记缺电话',
  noGridLeader: '缺网格长',
  noGridLeaderPhone: '网格长缺电话',
  noGroupLeader: '缺党小组组长',
  electionDue: '即将换届',
  electionOverdue: '超期未换届',
  headTooManyHouseholds: '邻长联系户数过多',
  memberWithoutBranch: '党员没有党支部',
  estateWithoutBranch: '小区未建党支部',
  personWithoutPhone: '任职人员缺电话',
}

/** e.g. “缺书记”, “副书记不足”. */
export const gapLabel = (gap: AnyGap): string => {
  const post = postOfGap(gap)
  return post === null ? gapLabels[gap as Exclude<AnyGap, FewGap>] : `${postKindLabels[post]}不足`
}

/** Why two records may be one person. */
export const duplicateLabels: Readonly<Record<DuplicateReason, string>> = {
  idNumber: '身份证号相同',
  phone: '姓名和电话相同',
  birth: '姓名、出生日期和支部相同',
}

/** Kinds of record as counts name them (`RecordCounts`, `TreeCounts`). */
export const countLabels: Readonly<Record<string, string>> = {
  streetCommittees: '街道党工委',
  communityCommittees: '社区党委',
  branches: '党支部',
  buildingGroups: '楼栋党小组',
  memberHouseholds: '党员中心户',
  emergencyBranches: '应急党支部',
  estates: '小区',
  partnerUnits: '包联单位',
  people: '人员',
  members: '党员',
  posts: '任职',
  memberships: '组织关系',
  reportings: '双报到',
  volunteers: '志愿者',
  venues: '活动场所',
  venueUnits: '场所使用关系',
  partnerLinks: '包联关系',
  fundSources: '资金来源',
  appropriations: '经费安排',
  disbursements: '支出凭证',
}

/** Tables as the history names them. */
export const tableLabels: Readonly<Record<string, string>> = {
  unit: '组织',
  estate: '小区',
  unitEstate: '组织与小区的对应',
  partnerUnit: '包联单位',
  person: '人员',
  membership: '组织关系',
  post: '任职',
  unitPast: '组织沿革',
  succession: '合并与拆分',
  document: '批复文件',
  reporting: '双报到',
  notSame: '不是同一人',
  fundSource: '资金来源',
  fundStandard: '定额标准',
  appropriation: '经费安排',
  disbursement: '支出',
  venue: '活动场所',
  venueUnit: '场所的使用',
  volunteer: '志愿服务',
  partnerLink: '包联关系',
  importMemory: '导入时记住的决定',
  importRun: '导入记录',
  setting: '设置',
}

/** Table → field → what the user reads. A field that is not here is no matter of the user's (ids, search keys). */
export const fieldLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unit: {
    kind: '类别',
    branchKind: '支部类型',
    parentId: '上级组织',
    name: '名称',
    foundedOn: '成立日期',
    dissolvedOn: '撤销日期',
    note: '备注',
    besideId: '对应党支部',
    partnerUnitId: '包联单位',
    approvalNo: '批复文号',
    approvedOn: '批复日期',
    approvalDocumentId: '批复文件',
    termYears: '任期（年）',
    electedOn: '本届选举日期',
    nextElectionOn: '下次换届日期',
  },
  unitPast: { unitId: '组织', name: '原名称', parentId: '原上级组织', startsOn: '起', endsOn: '止' },
  succession: { fromId: '原组织', toId: '后继组织', day: '日期' },
  document: { name: '文件名' },
  reporting: {
    personId: '党员',
    unitId: '报到社区',
    workUnit: '工作单位',
    claimedPost: '认领岗位',
    specialty: '专业特长',
    partyCommittee: '所属党委',
    serviceType: '服务类别',
    startsOn: '报到日期',
    endsOn: '结束日期',
  },
  notSame: { aId: '人员', bId: '人员' },
  estate: {
    communityId: '所属社区',
    name: '小区名称',
    buildingCount: '楼栋数',
    householdCount: '户数',
    endedOn: '结束日期',
  },
  unitEstate: { unitId: '组织', estateId: '小区', startsOn: '关联日期', endsOn: '解除日期' },
  partnerUnit: {
    name: '单位名称',
    address: '地址',
    leaderId: '负责人',
    leaderPosition: '负责人职务',
    liaisonId: '联络员',
    note: '备注',
  },
  person: {
    name: '姓名',
    gender: '性别',
    ethnicity: '民族',
    birthDate: '出生日期',
    idNumber: '公民身份证号',
    phone: '手机号',
    phone2: '备用电话',
    landline: '固定电话',
    education: '学历',
    occupation: '工作岗位',
    address: '家庭住址',
    category: '人员类别',
    joinedOn: '入党日期',
    confirmedOn: '转正日期',
    partyStatus: '党籍状态',
    outOfContact: '是否失联',
    outOfContactSince: '失联日期',
    floating: '是否流动党员',
    floatingTo: '外出流向',
    memberKind: '党员类别',
    surnameReading: '姓氏读音',
    endedOn: '结束日期',
    endedReason: '结束原因',
    mergedIntoId: '并入的记录',
    politicalStatus: '政治面貌',
    note: '备注',
  },
  membership: { personId: '党员', unitId: '所在党支部', startsOn: '转入日期', endsOn: '转出日期' },
  post: {
    personId: '任职人',
    unitId: '所在组织',
    kind: '职务',
    position: '单位职务',
    households: '联系户数',
    estateId: '小区',
    place: '楼栋、单元或网格',
    startsOn: '任职日期',
    endsOn: '离任日期',
  },
  fundSource: { name: '资金来源' },
  fundStandard: { unitKind: '对象', sourceId: '资金来源', amountFen: '金额', fromYear: '起始年度' },
  appropriation: {
    year: '年度',
    unitId: '党支部',
    sourceId: '资金来源',
    amountFen: '金额',
    date: '日期',
    note: '备注',
    reversesId: '冲销的预算',
  },
  disbursement: {
    year: '年度',
    unitId: '党支部',
    sourceId: '资金来源',
    date: '日期',
    voucherNo: '凭证号',
    summary: '摘要',
    category: '支出类别',
    payee: '收款人',
    handler: '经办人',
    amountFen: '金额',
    reversesId: '红冲凭证',
  },
  venue: {
    name: '场所名称',
    communityId: '所属社区',
    estateId: '小区',
    address: '地址',
    areaDm2: '面积（㎡）',
    rightKind: '产权性质',
    owner: '权属单位',
    seats: '容纳人数',
    leaseFrom: '租期起',
    leaseTo: '租期止',
    rentFen: '年租金',
    keeperId: '管理人',
    openingHours: '开放时间',
    functions: '功能',
    note: '备注',
    endedOn: '结束日期',
  },
  venueUnit: { venueId: '活动场所', unitId: '使用党支部', startsOn: '起', endsOn: '止' },
  volunteer: {
    personId: '志愿者',
    unitId: '所属社区',
    team: '服务队',
    serviceType: '服务类别',
    specialty: '特长',
    startsOn: '注册日期',
    endsOn: '退出日期',
  },
  partnerLink: {
    partnerUnitId: '包联单位',
    unitId: '包联社区',
    estateId: '包联小区',
    startsOn: '起',
    endsOn: '止',
  },
  importMemory: {},
  importRun: { file: '文件' },
  setting: { value: '内容' },
}

/** Settings by key, for the history. */
export const settingLabels: Readonly<Record<string, string>> = {
  organizationName: '单位名称',
  cardEdition: '联系卡版次',
  theme: '外观',
  operator: '经办人',
  standards: '职数标准',
}
