import type { ReactNode } from 'react'

/** A page: its name, a few words or filters beside it, the one main action at the upper right, and the body. */
export const Page = (props: {
  readonly title: string
  readonly beside?: ReactNode
  readonly actions?: ReactNode
  readonly scroll?: boolean
  readonly children: ReactNode
}) => (
  <section className="page">
    <div className="page-head">
      <h1>{props.title}</h1>
      {props.beside}
      <span style={{ flex: 1 }} />
      {props.actions}
    </div>
    <div className="page-body" style={{ overflow: props.scroll === true ? 'auto' : 'hidden' }}>
      {props.children}
    </div>
  </section>
)
