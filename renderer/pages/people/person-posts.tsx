import { Flex, Typography } from 'antd'
import { postKindLabels } from '../../../shared/labels.ts'
import { type Post, placeOf } from '../../../shared/models/post.ts'

/** Held posts first, past ones after them; each leads to its unit. */
export const PersonPosts = (props: { readonly posts: readonly Post[] }) => {
  return (
    <section style={{ marginTop: 16 }} data-testid="person-posts">
      <Typography.Text strong>任职</Typography.Text>
      {props.posts.length === 0 && (
        <div>
          <Typography.Text type="secondary">没有登记</Typography.Text>
        </div>
      )}
      {props.posts.map((post) => (
        <Flex key={post.id} gap={8} align="baseline" style={{ padding: '4px 0' }}>
          <span style={{ flex: 'none', minWidth: 64 }}>{postKindLabels[post.kind]}</span>
          <a href={`#/organization/${encodeURIComponent(post.unitId)}`}>{post.unitName}</a>
          {placeOf(post) !== '' && <span data-testid="post-place">{placeOf(post)}</span>}
          <Typography.Text type="secondary" className="nowrap">
            {post.position ?? ''} {post.startsOn ?? ''}
            {post.endsOn === null ? '' : ` 至 ${post.endsOn}`}
          </Typography.Text>
        </Flex>
      ))}
    </section>
  )
}
