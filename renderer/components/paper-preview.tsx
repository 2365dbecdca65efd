import { theme } from 'antd'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** CSS pixels of a millimetre. */
const pixelsPerMm = 96 / 25.4

/**
 * The sheets of a print document, one under the other, scaled to the width there is. They are laid out at their true
 * size and only drawn smaller, so that every line breaks where it breaks on paper.
 */
export const PaperPreview = (props: {
  /** Width of the paper in mm. */
  readonly paperWidth: number
  readonly children: ReactNode
  readonly testId: string
}) => {
  const { token } = theme.useToken()
  const outer = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const around = outer.current
    const paper = inner.current
    if (around === null || paper === null) return
    const measure = () => setSize({ width: around.clientWidth, height: paper.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(around)
    observer.observe(paper)
    return () => observer.disconnect()
  }, [])
  const padding = 12
  const scale = Math.max(0, (size.width - 2 * padding) / (props.paperWidth * pixelsPerMm))
  return (
    <section
      ref={outer}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
      tabIndex={0}
      aria-label="纸面预览"
      data-testid={props.testId}
      style={{
        flex: 1,
        minWidth: 0,
        minHeight: 0,
        overflowY: 'auto',
        overflowX: 'hidden',
        background: token.colorBgLayout,
        border: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      <div style={{ height: size.height * scale + 2 * padding, overflow: 'hidden' }}>
        <div
          ref={inner}
          style={{
            display: 'flex',
            flexDirection: 'column',
            gap: '6mm',
            width: `${props.paperWidth}mm`,
            margin: padding,
            transform: `scale(${scale})`,
            transformOrigin: 'top left',
          }}
        >
          {props.children}
        </div>
      </div>
    </section>
  )
}
