import { Flex, Typography } from 'antd'
import type { VenueDetail } from '../../../shared/models/register.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { FactsDrawer } from '../../components/facts-drawer.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { ContactPhone, PersonLink } from '../partners/contact-lines.tsx'
import { areaText, leaseText, rightText } from './venue-texts.ts'

const Uses = (props: { readonly uses: VenueDetail['uses'] }) =>
  props.uses.length === 0 ? (
    '没有党支部使用'
  ) : (
    <Flex vertical>
      {props.uses.map(({ id, unit, startsOn, endsOn }) => (
        <Flex key={id} gap={8} justify="space-between">
          <a href={`#/organization/${encodeURIComponent(unit.id)}`}>{unit.name}</a>
          {(startsOn !== null || endsOn !== null) && (
            <Typography.Text type="secondary" className="nowrap">
              {startsOn ?? '不详'} 起{endsOn === null ? '' : `，至 ${endsOn}`}
            </Typography.Text>
          )}
        </Flex>
      ))}
    </Flex>
  )

/** What is not known says so. */
const told = (text: string | null): string => (text === null || text === '' ? '未填写' : text)

const itemsOf = (venue: VenueDetail) => [
  {
    key: 'community',
    label: '所属社区',
    children: <a href={`#/organization/${encodeURIComponent(venue.communityId)}`}>{venue.communityName}</a>,
  },
  { key: 'estate', label: '小区', children: told(venue.estateName) },
  { key: 'address', label: '地址', children: told(venue.address) },
  {
    key: 'area',
    label: '面积',
    children: venue.areaDm2 === null ? '未填写' : `${areaText(venue.areaDm2)} ㎡`,
  },
  { key: 'right', label: '产权性质', children: told(rightText(venue.right)) },
  { key: 'owner', label: '权属单位', children: told(venue.owner) },
  { key: 'functions', label: '功能室', children: told(venue.functions) },
  { key: 'seats', label: '容纳人数', children: venue.seats === null ? '未填写' : `${venue.seats} 人` },
  { key: 'uses', label: '使用党支部', children: <Uses uses={venue.uses} /> },
  { key: 'lease', label: '租期', children: told(leaseText(venue)) },
  {
    key: 'rent',
    label: '年租金',
    children: venue.rentFen === null ? '未填写' : `${formatYuan(venue.rentFen)} 元`,
  },
  {
    key: 'keeper',
    label: '管理人',
    children:
      venue.keeper === null ? '未填写' : <PersonLink id={venue.keeper.id} name={venue.keeperName ?? ''} />,
  },
  ...(venue.keeper === null
    ? []
    : [
        {
          key: 'phone',
          label: '电话',
          children: (
            <ContactPhone
              person={venue.keeper}
              masked={venue.keeperPhoneMasked}
              field={venue.keeper.phoneField}
              testId="venue-phone"
            />
          ),
        },
      ]),
  { key: 'hours', label: '开放时间', children: told(venue.openingHours) },
  { key: 'note', label: '备注', children: venue.note },
]

/** One venue with everything the register says of it. */
export const VenueDrawer = (props: { readonly id: string; readonly onClose: () => void }) => {
  const venue = useRequest('venue.load', { id: props.id })
  const loaded = venue.isPlaceholderData ? undefined : venue.data
  return (
    <FactsDrawer
      title={loaded?.name ?? ''}
      items={loaded === undefined ? undefined : itemsOf(loaded)}
      failure={venue.isError ? (sentenceOf(venue.error) ?? '') : null}
      onClose={props.onClose}
      testId="venue-drawer"
    />
  )
}
