import { UserAddOutlined } from '@ant-design/icons'
import { Button, Checkbox, Empty, Flex, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { postKindLabels } from '../../../shared/labels.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { type Post, placeOf } from '../../../shared/models/post.ts'
import { EditableText } from '../../components/editable-text.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import type { Assignment } from './assign-drawer.tsx'
import { EndPostButton } from './end-post-button.tsx'
import { postKindsOf } from './post-kinds.ts'
import { PostPhone } from './post-phone.tsx'
import { UnitStaffing } from './unit-staffing.tsx'

const Position = (props: { readonly post: Post }) => {
  const { post } = props
  const { run } = useEdit('post.update')
  return (
    <EditableText
      key={post.position ?? ''}
      value={post.position ?? ''}
      label="单位职务"
      testId={`post-position-${post.kind}`}
      onSave={async (position) =>
        (await run({ id: post.id, version: post.version, changes: { position } }, '已修改单位职务')) !==
        undefined
      }
    />
  )
}

/** 联系户数 of a neighbor head. */
const Households = (props: { readonly post: Post }) => {
  const { post } = props
  const { run } = useEdit('post.update')
  return (
    <EditableText
      key={post.households ?? ''}
      value={post.households === null ? '' : String(post.households)}
      label="联系户数"
      placeholder="如 12"
      testId={`post-households-${post.id}`}
      check={(text) => (/^\d{0,3}$/.test(text.trim()) ? null : '请写 0 到 999 的户数')}
      onSave={async (text) => {
        const households = text.trim() === '' ? null : Number(text)
        const argument = { id: post.id, version: post.version, changes: { households } }
        return (await run(argument, '已修改联系户数')) !== undefined
      }}
    />
  )
}

/** 任职: who holds what, with phones and terms; succession, end, and new posts. */
export const UnitPosts = (props: {
  readonly unit: UnitDetail
  readonly onAssign: (assignment: Assignment) => void
  readonly onReplace: (post: Post) => void
  readonly onPerson: (personId: string) => void
}) => {
  const { unit, onAssign, onReplace, onPerson } = props
  const [past, setPast] = useState(false)
  const living = unit.dissolvedOn === null
  const posts = unit.posts.filter((post) => past || post.endsOn === null)
  const ended = unit.posts.filter((post) => post.endsOn !== null).length
  // Only where heads serve a building or grid does the column say anything.
  const placed = posts.some((post) => placeOf(post) !== '')
  const [firstKind] = postKindsOf(unit.kind)

  const columns: TableColumnsType<Post> = [
    {
      key: 'kind',
      title: '职务',
      width: 84,
      render: (_, post) => postKindLabels[post.kind],
    },
    {
      key: 'person',
      title: '姓名',
      width: 96,
      render: (_, post) => (
        <Button
          type="link"
          size="small"
          className="flush"
          onClick={() => onPerson(post.personId)}
          data-testid={`post-person-${post.kind}`}
        >
          {post.personName}
        </Button>
      ),
    },
    { key: 'phone', title: '手机号', width: 192, render: (_, post) => <PostPhone post={post} /> },
    {
      key: 'position',
      title: '单位职务',
      render: (_, post) => (post.endsOn === null ? <Position post={post} /> : post.position),
    },
    ...(placed
      ? [{ key: 'place', title: '小区、楼栋', render: (_: unknown, post: Post) => placeOf(post) }]
      : []),
    ...(posts.some((post) => post.kind === 'neighborHead')
      ? [
          {
            key: 'households',
            title: '联系户数',
            width: 110,
            render: (_: unknown, post: Post) =>
              post.kind !== 'neighborHead' ? null : post.endsOn === null ? (
                <Households post={post} />
              ) : (
                post.households
              ),
          },
        ]
      : []),
    {
      key: 'term',
      title: past ? '任期' : '任职日期',
      width: past ? 200 : 96,
      render: (_, post) => (
        <span className="nowrap">
          {post.startsOn ?? '不详'}
          {post.endsOn !== null && ` 至 ${post.endsOn}`}
        </span>
      ),
    },
    {
      key: 'actions',
      width: 100,
      render: (_, post) =>
        post.endsOn === null && living ? (
          <Flex>
            <Button
              type="link"
              size="small"
              onClick={() => onReplace(post)}
              data-testid={`post-replace-${post.kind}`}
            >
              换任
            </Button>
            <EndPostButton post={post} />
          </Flex>
        ) : null,
    },
  ]

  return (
    <Flex vertical gap={8} style={{ height: '100%', overflow: 'auto' }} data-testid="unit-posts">
      <Table<Post>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={posts}
        pagination={false}
        scroll={{ x: (past ? 780 : 640) + (placed ? 140 : 0) }}
        rowClassName={(post) => (post.endsOn === null ? '' : 'past-row')}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有任职记录" />,
        }}
      />
      {living && <UnitStaffing unitId={unit.id} />}
      <Flex align="center" gap={16}>
        {living && firstKind !== undefined && (
          <Button
            icon={<UserAddOutlined />}
            onClick={() => onAssign({ kind: firstKind, replaces: null })}
            data-testid="post-add"
          >
            新增任职
          </Button>
        )}
        {ended > 0 && (
          <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
            显示已离任（{ended}）
          </Checkbox>
        )}
      </Flex>
    </Flex>
  )
}
