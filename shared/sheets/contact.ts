import type { Column } from './sheet.ts'
import { phoneSynonyms } from './synonyms.ts'

/** Name and phone under the heading of an office. */
export const contact = (
  field: string,
  group: string,
  groupSynonyms: readonly string[],
): readonly Column[] => [
  { field, group, groupSynonyms, label: '姓名', synonyms: ['名字'], type: 'name', example: '张三' },
  {
    field: `${field}Phone`,
    group,
    groupSynonyms,
    label: '联系电话',
    synonyms: phoneSynonyms,
    type: 'phones',
    example: '13800000000',
  },
]
