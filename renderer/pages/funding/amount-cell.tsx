import { WarningOutlined } from '@ant-design/icons'
import { theme } from 'antd'
import { Link } from 'wouter'
import { formatYuan } from '../../../shared/rules/money.ts'

/** An amount in yuan that opens its vouchers; `href` null: it only stands there. A shortfall carries a sign too. */
export const AmountCell = (props: { readonly fen: number; readonly href: string | null }) => {
  const { token } = theme.useToken()
  const text = formatYuan(props.fen)
  const shown =
    props.fen < 0 ? (
      <span style={{ color: token.colorError }}>
        <WarningOutlined aria-label="超支" /> {text}
      </span>
    ) : (
      <span style={props.fen === 0 ? { color: token.colorTextTertiary } : undefined}>{text}</span>
    )
  return props.href === null ? (
    <span>{shown}</span>
  ) : (
    <Link href={props.href} className="amount-link">
      {shown}
    </Link>
  )
}
