import type { TableColumnsType } from 'antd'
import { memberCategoryLabels } from '../../../shared/labels.ts'
import type { PersonRow } from '../../../shared/models/person.ts'

const collator = new Intl.Collator('zh')
const byText =
  (read: (person: PersonRow) => string | null) =>
  (a: PersonRow, b: PersonRow): number =>
    collator.compare(read(a) ?? '', read(b) ?? '')

/** `order`: the place of each person by the reading of the name, as the database sorts it (单 under shan). */
export const peopleColumns = (order: ReadonlyMap<string, number>): TableColumnsType<PersonRow> => [
  {
    key: 'name',
    title: '姓名',
    dataIndex: 'name',
    width: 148,
    ellipsis: true,
    sorter: (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  },
  { key: 'gender', title: '性别', dataIndex: 'gender', width: 56 },
  {
    key: 'category',
    title: '类别',
    width: 88,
    render: (_, person) => (person.category === null ? '' : memberCategoryLabels[person.category]),
  },
  {
    key: 'phone',
    title: '手机号',
    dataIndex: 'phoneMasked',
    width: 120,
    sorter: byText((person) => person.phoneMasked),
  },
  {
    key: 'birth',
    title: '出生日期',
    dataIndex: 'birthDate',
    width: 104,
    sorter: byText((person) => person.birthDate),
  },
  {
    key: 'branch',
    title: '所在党支部',
    dataIndex: 'branchName',
    width: 232,
    ellipsis: true,
    sorter: byText((person) => person.branchName),
  },
  {
    key: 'community',
    title: '社区',
    dataIndex: 'communityName',
    width: 168,
    ellipsis: true,
    sorter: byText((person) => person.communityName),
  },
  { key: 'posts', title: '任职', dataIndex: 'posts', ellipsis: true },
]
