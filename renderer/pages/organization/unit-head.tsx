import { PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Tag, Typography } from 'antd'
import { Fragment, useState } from 'react'
import { unitKindLabels } from '../../../shared/labels.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { EditableText } from '../../components/editable-text.tsx'
import { UnitIcon } from '../../components/unit-icon.tsx'
import { childKinds } from './child-kinds.ts'
import { CreateDrawer } from './create-drawer.tsx'
import { DissolveButton } from './dissolve-button.tsx'
import { RestoreButton } from './restore-button.tsx'
import { UnitActions } from './unit-actions.tsx'
import { useAskedAction } from './use-asked-action.ts'
import { useUnitEdit } from './use-unit-edit.ts'

/** Kind, name, state and path, and the one main action: a unit below this one. */
export const UnitHead = (props: { readonly unit: UnitDetail; readonly onOpen: (id: string) => void }) => {
  const { unit, onOpen } = props
  const [creating, setCreating] = useState(false)
  const { asked, done } = useAskedAction(unit.id)
  const { save } = useUnitEdit(unit)
  const living = unit.dissolvedOn === null
  const [firstKind] = childKinds(unit.kind)
  return (
    <div>
      <Flex align="center" gap={8}>
        <UnitIcon kind={unit.kind} />
        {living ? (
          <EditableText
            key={unit.name}
            value={unit.name}
            label="名称"
            heading
            testId="unit-name"
            check={(text) => (text.trim() === '' ? '请填写名称' : null)}
            onSave={(text) => save({ name: text.trim() }, '已修改名称')}
          />
        ) : (
          <span className="editable-heading">{unit.name}</span>
        )}
        <Tag style={{ flex: 'none' }}>{unitKindLabels[unit.kind]}</Tag>
        {!living && <Tag color="default">已于 {unit.dissolvedOn} 撤销</Tag>}
        <span style={{ flex: 1 }} />
        {living ? (
          <>
            <UnitActions unit={unit} onOpen={onOpen} />
            <DissolveButton unit={unit} asked={asked === 'dissolve'} onClose={done} />
          </>
        ) : (
          <RestoreButton unit={unit} />
        )}
        {living && firstKind !== undefined && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setCreating(true)}
            data-testid="create-child"
          >
            新建{unitKindLabels[firstKind]}
          </Button>
        )}
      </Flex>
      {unit.path.length > 0 && (
        <div className="cut" data-testid="unit-path">
          {unit.path.map((above, index) => (
            <Fragment key={above.id}>
              {index > 0 && <Typography.Text type="secondary"> / </Typography.Text>}
              <a href={`#/organization/${encodeURIComponent(above.id)}`}>{above.name}</a>
            </Fragment>
          ))}
        </div>
      )}
      {(creating || asked === 'create') && firstKind !== undefined && (
        <CreateDrawer
          parent={unit}
          kind={firstKind}
          onClose={() => {
            setCreating(false)
            done()
          }}
          onCreated={onOpen}
        />
      )}
    </div>
  )
}
