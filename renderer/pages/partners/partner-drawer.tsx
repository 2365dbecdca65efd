import { Flex } from 'antd'
import type { PartnerContact, PartnerLine } from '../../../shared/models/register.ts'
import type { UnitRef } from '../../../shared/models/unit.ts'
import { FactsDrawer } from '../../components/facts-drawer.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { ContactPhone, PersonLink } from './contact-lines.tsx'

const UnitLink = (props: { readonly unit: UnitRef }) => (
  <a href={`#/organization/${encodeURIComponent(props.unit.id)}`}>{props.unit.name}</a>
)

const Links = (props: { readonly units: readonly UnitRef[] }) =>
  props.units.length === 0 ? (
    '没有登记'
  ) : (
    <Flex vertical>
      {props.units.map((unit) => (
        <UnitLink key={unit.id} unit={unit} />
      ))}
    </Flex>
  )

const contactItems = (
  key: 'leader' | 'liaison',
  label: string,
  contact: PartnerContact | null,
  position: string | null,
) => [
  {
    key,
    label,
    children:
      contact === null ? (
        '未填写'
      ) : (
        <>
          <PersonLink id={contact.id} name={contact.name} />
          {position !== null && ` ${position}`}
        </>
      ),
  },
  ...(contact === null
    ? []
    : [
        {
          key: `${key}-phone`,
          label: `${label}电话`,
          children: (
            <ContactPhone
              person={contact}
              masked={contact.phoneMasked}
              field={contact.phoneField}
              testId={`partner-${key}-phone`}
            />
          ),
        },
      ]),
]

const itemsOf = (partner: PartnerLine) => [
  { key: 'address', label: '地址', children: partner.address ?? '未填写' },
  ...contactItems('leader', '负责人', partner.leader, partner.leaderPosition),
  ...contactItems('liaison', '联络员', partner.liaison, null),
  { key: 'communities', label: '包联社区', children: <Links units={partner.communities} /> },
  {
    key: 'estates',
    label: '包联小区',
    children:
      partner.estates.length === 0 ? (
        '没有登记'
      ) : (
        <Flex vertical>
          {partner.estates.map(({ name, community }) => (
            <span key={`${community.id} ${name}`}>
              {name}（<UnitLink unit={community} />）
            </span>
          ))}
        </Flex>
      ),
  },
  { key: 'emergency', label: '应急党支部', children: <Links units={partner.emergencyBranches} /> },
  { key: 'note', label: '备注', children: partner.note ?? '' },
]

/** One partner unit with the people to call and what it serves. */
export const PartnerDrawer = (props: { readonly id: string; readonly onClose: () => void }) => {
  const partner = useRequest('partner.load', { id: props.id })
  const loaded = partner.isPlaceholderData ? undefined : partner.data
  return (
    <FactsDrawer
      title={loaded?.name ?? ''}
      items={loaded === undefined ? undefined : itemsOf(loaded)}
      failure={partner.isError ? (sentenceOf(partner.error) ?? '') : null}
      onClose={props.onClose}
      testId="partner-drawer"
    />
  )
}
