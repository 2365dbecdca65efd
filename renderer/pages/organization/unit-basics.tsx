import { Descriptions, Flex } from 'antd'
import { branchKindLabels, unitKindLabels } from '../../../shared/labels.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { UnitRef } from '../../../shared/models/unit.ts'
import { EditableChoice } from '../../components/editable-choice.tsx'
import { EditableText } from '../../components/editable-text.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { BranchChoice } from './branch-choice.tsx'
import { dateOf, dateProblem } from './typed-date.ts'
import { termItems } from './unit-terms.tsx'
import { useUnitEdit } from './use-unit-edit.ts'

const UnitLinks = (props: { readonly units: readonly UnitRef[] }) => (
  <>
    {props.units.map((unit, index) => (
      <span key={unit.id}>
        {index > 0 && '、'}
        <a href={`#/organization/${encodeURIComponent(unit.id)}`}>{unit.name}</a>
      </span>
    ))}
  </>
)

const below = (counts: UnitDetail['childCounts']): string =>
  Object.entries(unitKindLabels)
    .map(([kind, label]) => [label, counts[kind as keyof typeof counts] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count} 个`)
    .join('，')

/** 基本信息: fields are mended where they stand. */
export const UnitBasics = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const { save } = useUnitEdit(unit)
  const partner = useEdit('partner.assign')
  const emergency = unit.kind === 'emergencyBranch'
  const children = below(unit.childCounts)
  const savePartner = async (text: string) =>
    (await partner.run({ unitId: unit.id, version: unit.version, name: text.trim() }, '已修改包联单位')) !==
    undefined

  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      styles={{ label: { width: 136 } }}
      data-testid="unit-basics"
      items={[
        ...(unit.kind === 'branch'
          ? [
              {
                key: 'branchKind',
                label: '支部类型',
                children: (
                  <EditableChoice
                    value={unit.branchKind}
                    labels={branchKindLabels}
                    label="支部类型"
                    testId="unit-branch-kind"
                    onSave={(branchKind) => void save({ branchKind }, '已修改支部类型')}
                  />
                ),
              },
            ]
          : []),
        ...(emergency
          ? [
              {
                key: 'beside',
                label: '对应党支部',
                children: (
                  <Flex align="center" gap={12}>
                    <BranchChoice
                      parentId={unit.parentId}
                      value={unit.beside?.id ?? null}
                      testId="unit-beside"
                      onChange={(besideId) => void save({ besideId }, '已修改对应党支部')}
                    />
                    {unit.beside !== null && (
                      <a href={`#/organization/${encodeURIComponent(unit.beside.id)}`}>查看</a>
                    )}
                  </Flex>
                ),
              },
              {
                key: 'partner',
                label: '包联单位',
                children: (
                  <EditableText
                    key={unit.partnerUnit?.name ?? ''}
                    value={unit.partnerUnit?.name ?? ''}
                    label="包联单位"
                    testId="unit-partner"
                    onSave={savePartner}
                  />
                ),
              },
            ]
          : []),
        ...(unit.emergencyBranches.length > 0
          ? [
              {
                key: 'emergency',
                label: '应急党支部',
                children: <UnitLinks units={unit.emergencyBranches} />,
              },
            ]
          : []),
        {
          key: 'foundedOn',
          label: '成立日期',
          children: (
            <EditableText
              key={unit.foundedOn ?? ''}
              value={unit.foundedOn ?? ''}
              label="成立日期"
              placeholder="如 2020-07-01 或 2020-07"
              testId="unit-founded"
              check={dateProblem}
              onSave={(text) => save({ foundedOn: dateOf(text) }, '已修改成立日期')}
            />
          ),
        },
        ...(unit.kind === 'branch' ? termItems(unit, save) : []),
        ...(children === '' ? [] : [{ key: 'below', label: '下设组织', children }]),
        ...(unit.memberCount > 0
          ? [{ key: 'members', label: '党员', children: `${unit.memberCount} 人` }]
          : []),
        ...(unit.estates.length > 0
          ? [
              {
                key: 'estates',
                label: '小区',
                children: unit.estates.map((estate) => estate.name).join('、'),
              },
            ]
          : []),
        {
          key: 'note',
          label: '备注',
          children: (
            <EditableText
              key={unit.note}
              value={unit.note}
              label="备注"
              multiline
              testId="unit-note"
              onSave={(note) => save({ note }, '已修改备注')}
            />
          ),
        },
      ]}
    />
  )
}
