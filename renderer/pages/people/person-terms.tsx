import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { TransferModal } from './transfer-modal.tsx'

/** 组织关系: where the person is a member and was one; transfer, end. */
export const PersonTerms = (props: { readonly person: PersonDetail }) => {
  const { person } = props
  const [moving, setMoving] = useState(false)
  const { run, busy } = useEdit('membership.end')
  const here = person.endedOn === null
  return (
    <section style={{ marginTop: 16 }} data-testid="person-memberships">
      <Flex justify="space-between" align="center">
        <Typography.Text strong>组织关系</Typography.Text>
        {here && (
          <Button type="link" size="small" onClick={() => setMoving(true)} data-testid="person-transfer">
            {person.branchId === null ? '转入党支部…' : '转接…'}
          </Button>
        )}
      </Flex>
      {person.memberships.length === 0 && <Typography.Text type="secondary">没有登记</Typography.Text>}
      {person.memberships.map((one) => (
        <Flex key={one.id} gap={8} align="baseline" style={{ padding: '4px 0' }}>
          <a href={`#/organization/${encodeURIComponent(one.unitId)}`}>{one.unitName}</a>
          <Typography.Text type="secondary" className="cut" style={{ flex: 1 }}>
            {one.communityName ?? ''}
          </Typography.Text>
          <Typography.Text type="secondary" className="nowrap">
            {one.startsOn ?? '不详'} 起{one.endsOn === null ? '' : `，至 ${one.endsOn}`}
          </Typography.Text>
          {one.endsOn === null && here && (
            <DayConfirm
              action="结束"
              busy={busy}
              testId={`membership-end-${one.id}`}
              onConfirm={async (on) =>
                (await run(
                  { id: one.id, version: one.version, on },
                  `已结束在 ${one.unitName} 的组织关系`,
                )) !== undefined
              }
            >
              <Button type="link" size="small" className="flush">
                结束
              </Button>
            </DayConfirm>
          )}
        </Flex>
      ))}
      {moving && (
        <TransferModal
          people={[{ id: person.id, name: person.name }]}
          onClose={() => setMoving(false)}
          onDone={() => setMoving(false)}
        />
      )}
    </section>
  )
}
