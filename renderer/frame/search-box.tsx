import { SearchOutlined } from '@ant-design/icons'
import { AutoComplete, Input, type InputRef } from 'antd'
import { type Ref, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useDebounced } from '../hooks/debounced.ts'
import { useRequest } from '../hooks/query.ts'
import { groupHits } from './search-options.tsx'

/** Rests this long after a key before it asks, in ms. */
const rest = 120

/** One box that goes anywhere: by name, pinyin, initials or phone; arrow keys and Enter choose. */
export const SearchBox = (props: { readonly inputRef: Ref<InputRef> }) => {
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  const wanted = useDebounced(text.trim(), rest)
  const hits = useRequest('search.find', { text: wanted }, { enabled: wanted !== '' })
  const groups = useMemo(() => (wanted === '' ? [] : groupHits(hits.data ?? [])), [hits.data, wanted])
  const nothing = wanted !== '' && hits.isSuccess && groups.length === 0

  return (
    <AutoComplete
      value={text}
      options={groups.map((group) => ({ label: group.label, options: [...group.options] }))}
      showSearch={{ filterOption: false, onSearch: setText }}
      defaultActiveFirstOption
      popupMatchSelectWidth={520}
      styles={{ popup: { root: { minWidth: 520 } } }}
      listHeight={420}
      notFoundContent={nothing ? '没有找到，请换个词试试' : null}
      onSelect={(route: string) => {
        setText('')
        navigate(route)
      }}
      style={{ width: 320, flex: '0 1 320px' }}
      data-testid="search"
    >
      <Input
        ref={props.inputRef}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setText('')
          event.currentTarget.blur()
        }}
        prefix={<SearchOutlined />}
        placeholder="姓名、拼音、电话、证号、组织（Ctrl+K）"
        allowClear
        maxLength={60}
        aria-label="查找"
        data-testid="search-input"
      />
    </AutoComplete>
  )
}
