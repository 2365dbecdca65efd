import { AutoComplete, Flex, Input, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { useDebounced } from '../../hooks/debounced.ts'
import { useRequest } from '../../hooks/query.ts'

/** Somebody on record, or a name that is new. */
export type ChosenPerson =
  | {
      readonly kind: 'known'
      readonly id: string
      readonly name: string
      readonly phoneMasked: string | null
    }
  | { readonly kind: 'new'; readonly name: string }

/** A person by name or pinyin; whoever is not in the list is taken as new. Controlled by antd's Form.Item. */
export const PersonChoice = (props: {
  readonly value?: ChosenPerson
  readonly onChange?: (person: ChosenPerson) => void
  readonly autoFocus?: boolean
}) => {
  const { value, onChange } = props
  const [text, setText] = useState(value?.name ?? '')
  const wanted = useDebounced(text.trim(), 120)
  const hits = useRequest('person.options', { text: wanted }, { enabled: wanted !== '' })
  const people = useMemo(() => (wanted === '' ? [] : (hits.data ?? [])), [hits.data, wanted])
  return (
    <AutoComplete
      value={text}
      options={people.map((hit) => ({
        value: hit.id,
        label: (
          <Flex gap={8} align="baseline">
            <span className="nowrap">{hit.name}</span>
            <Typography.Text type="secondary" className="cut" style={{ fontSize: 12 }}>
              {[hit.phoneMasked, hit.posts].filter((part) => part !== null && part !== '').join(' · ')}
            </Typography.Text>
          </Flex>
        ),
      }))}
      showSearch={{
        filterOption: false,
        onSearch: (typed) => {
          setText(typed)
          onChange?.({ kind: 'new', name: typed })
        },
      }}
      onSelect={(id: string) => {
        const hit = people.find((person) => person.id === id)
        if (hit === undefined) return
        setText(hit.name)
        onChange?.({ kind: 'known', id, name: hit.name, phoneMasked: hit.phoneMasked })
      }}
      data-testid="assign-person"
    >
      <Input
        autoFocus={props.autoFocus ?? true}
        maxLength={100}
        placeholder="输入姓名或拼音"
        data-testid="assign-person-input"
      />
    </AutoComplete>
  )
}
