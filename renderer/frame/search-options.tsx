import { Flex, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { unitKindLabels } from '../../shared/labels.ts'
import type { SearchHit } from '../../shared/models/organization.ts'

export interface SearchOption {
  /** The hash route that the hit opens. */
  readonly value: string
  readonly label: ReactNode
}

export interface SearchGroup {
  readonly label: string
  readonly options: readonly SearchOption[]
}

const Line = (props: { readonly name: string; readonly beside: string; readonly over: string | null }) => (
  <Flex gap={8} align="baseline" style={{ minWidth: 0 }}>
    <span style={{ flex: 'none', maxWidth: 260 }} className="cut">
      {props.name}
    </span>
    {props.over !== null && <Tag style={{ marginInlineEnd: 0 }}>{props.over}</Tag>}
    <Typography.Text type="secondary" className="cut" style={{ fontSize: 12, minWidth: 0 }}>
      {props.beside}
    </Typography.Text>
  </Flex>
)

/** Where a hit leads: units to their place in the tree, people to their drawer. */
export const routeOf = (hit: SearchHit): string =>
  hit.kind === 'unit'
    ? `/organization/${encodeURIComponent(hit.unit.id)}`
    : `/people?person=${encodeURIComponent(hit.id)}`

/** 组织 first, then 人员; a group without hits is left out. */
export const groupHits = (hits: readonly SearchHit[]): SearchGroup[] => {
  const units: SearchOption[] = []
  const people: SearchOption[] = []
  for (const hit of hits) {
    if (hit.kind === 'unit') {
      const beside = `${unitKindLabels[hit.unit.kind]} · ${hit.path}`
      units.push({
        value: routeOf(hit),
        label: <Line name={hit.unit.name} beside={beside} over={hit.over ? '已撤销' : null} />,
      })
    } else {
      const beside = [hit.phoneMasked, hit.posts].filter((part) => part !== null && part !== '').join(' · ')
      people.push({
        value: routeOf(hit),
        label: <Line name={hit.name} beside={beside} over={hit.over ? '已离开' : null} />,
      })
    }
  }
  return [
    { label: '组织', options: units },
    { label: '人员', options: people },
  ].filter((group) => group.options.length > 0)
}
