import { memberCategoryLabels, memberKindLabels } from './labels.ts'
import type { ListedPerson, PeopleColumnKey } from './models/people-list.ts'

export interface PeopleColumn {
  readonly title: string
  /** Of a cell on screen, in CSS pixels. */
  readonly width: number
  readonly text: (person: ListedPerson) => string
}

/** The columns of the list of people: the screen and the exported file show the same. */
export const peopleColumnTexts: Readonly<Record<PeopleColumnKey, PeopleColumn>> = {
  name: { title: '姓名', width: 120, text: (person) => person.name },
  gender: { title: '性别', width: 52, text: (person) => person.gender ?? '' },
  category: {
    title: '人员类别',
    width: 84,
    text: ({ category }) => (category === null ? '' : memberCategoryLabels[category]),
  },
  memberKind: {
    title: '党员类别',
    width: 96,
    text: ({ memberKind }) => (memberKind === null ? '' : memberKindLabels[memberKind]),
  },
  phone: { title: '手机号', width: 116, text: (person) => person.phoneMasked ?? '' },
  idNumber: { title: '身份证号', width: 168, text: (person) => person.idNumberMasked ?? '' },
  birthDate: { title: '出生日期', width: 100, text: (person) => person.birthDate ?? '' },
  joinedOn: { title: '入党日期', width: 100, text: (person) => person.joinedOn ?? '' },
  education: { title: '学历', width: 84, text: (person) => person.education ?? '' },
  branch: { title: '所在党支部', width: 220, text: (person) => person.branchName ?? '' },
  community: { title: '社区', width: 160, text: (person) => person.communityName ?? '' },
  posts: { title: '任职', width: 280, text: (person) => person.posts },
}
