import { Button, Flex, Typography, theme } from 'antd'
import type { ReactNode } from 'react'

/** One number with its name; `note` says more in words, e.g. which kinds it counts. */
export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly unit?: string
  readonly note?: string
  /** Share of the width beside the other figures, 1 unless told; for a long note. */
  readonly share?: number
  /** An icon where the figure asks for attention: a state is never told by colour alone. */
  readonly icon?: ReactNode
  /** Shows the rows behind it. */
  readonly onOpen?: () => void
}

const large = { fontSize: 20, lineHeight: '28px', fontWeight: 600 } as const

/** A row of figures across the page. */
export const Figures = (props: { readonly figures: readonly Figure[] }) => {
  const { token } = theme.useToken()
  return (
    <Flex gap={8}>
      {props.figures.map((figure) => (
        <div
          key={figure.key}
          data-testid={`figure-${figure.key}`}
          style={{
            flex: figure.share ?? 1,
            minWidth: 0,
            padding: '8px 12px',
            border: `1px solid ${token.colorBorderSecondary}`,
            borderRadius: token.borderRadius,
            background: token.colorBgContainer,
          }}
        >
          <Typography.Text type="secondary">{figure.label}</Typography.Text>
          <Flex gap={6} align="baseline" style={{ whiteSpace: 'nowrap' }}>
            {figure.icon}
            {figure.onOpen === undefined ? (
              <span style={large}>{figure.value}</span>
            ) : (
              <Button
                type="link"
                className="flush"
                style={{ ...large, height: 28 }}
                onClick={figure.onOpen}
                title={`查看${figure.label}`}
                data-testid={`figure-open-${figure.key}`}
              >
                {figure.value}
              </Button>
            )}
            {figure.unit === undefined ? null : (
              <Typography.Text type="secondary">{figure.unit}</Typography.Text>
            )}
          </Flex>
          {figure.note === undefined ? null : (
            <Typography.Text type="secondary" ellipsis={{ tooltip: figure.note }} style={{ fontSize: 12 }}>
              {figure.note}
            </Typography.Text>
          )}
        </div>
      ))}
    </Flex>
  )
}
