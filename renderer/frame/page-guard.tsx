import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'
import { describeError } from '../../shared/messages.ts'

interface Props {
  /** The guard is renewed with each page: another page is not held back by a broken one. */
  readonly page: string
  readonly children: ReactNode
}
interface State {
  readonly brokenPage: string | null
  readonly failed: boolean
}

/** A page that cannot be drawn says so, and leaves the rail and the top bar in use. React knows no hook for this. */
export class PageGuard extends Component<Props, State> {
  override state: State = { brokenPage: null, failed: false }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (!state.failed) return null
    if (state.brokenPage === null) return { brokenPage: props.page }
    return state.brokenPage === props.page ? null : { brokenPage: null, failed: false }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Result
        status="warning"
        subTitle={describeError('internal')}
        extra={<Button onClick={() => this.setState({ brokenPage: null, failed: false })}>重新显示</Button>}
        data-testid="page-broken"
      />
    )
  }
}
