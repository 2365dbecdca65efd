import type { Post } from '../../../shared/models/post.ts'
import { PersonalValue } from '../../components/personal-value.tsx'
import { usePerson } from '../../hooks/person.ts'
import { phoneProblem } from '../people/problems.ts'

/** The phone of whoever holds a post, mended where it stands. */
export const PostPhone = (props: { readonly post: Post }) => {
  const { post } = props
  const { save, reveal } = usePerson(post.personId, post.personVersion)
  return (
    <PersonalValue
      key={post.phoneMasked ?? ''}
      masked={post.phoneMasked}
      label="手机号"
      testId={`post-phone-${post.kind}`}
      check={phoneProblem}
      onReveal={() => reveal('phone')}
      onSave={(phone) => save({ phone }, `已修改 ${post.personName} 的手机号`)}
    />
  )
}
