import { Flex, Typography } from 'antd'
import type { Volunteering } from '../../../shared/models/person.ts'

/** 志愿服务: communities, teams and kinds of service; those in service first. */
export const PersonVolunteering = (props: { readonly volunteering: readonly Volunteering[] }) => (
  <section style={{ marginTop: 16 }} data-testid="person-volunteering">
    <Typography.Text strong>志愿服务</Typography.Text>
    {props.volunteering.length === 0 && (
      <div>
        <Typography.Text type="secondary">没有登记</Typography.Text>
      </div>
    )}
    {props.volunteering.map((one) => (
      <div key={one.id} style={{ padding: '4px 0' }}>
        <Flex gap={8} align="baseline">
          <a href={`#/organization/${encodeURIComponent(one.unitId)}`}>{one.unitName}</a>
          <span style={{ flex: 1 }} />
          <Typography.Text type="secondary" className="nowrap">
            {one.startsOn ?? '不详'} 起{one.endsOn === null ? '' : `，至 ${one.endsOn}`}
          </Typography.Text>
        </Flex>
        {(
          [
            ['服务队', one.team],
            ['服务类别', one.serviceType],
            ['特长', one.specialty],
          ] as const
        ).map(
          ([label, value]) =>
            value !== null && (
              <Flex key={label} gap={8} align="baseline">
                <Typography.Text type="secondary" style={{ width: 64, flex: 'none' }}>
                  {label}
                </Typography.Text>
                {value}
              </Flex>
            ),
        )}
      </div>
    ))}
  </section>
)
