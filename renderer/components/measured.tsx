import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Fills its place and tells the children how large it is, in px: virtual lists need their height. */
export const Measured = (props: { readonly children: (size: Size) => ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} style={{ height: '100%', width: '100%', minHeight: 0, overflow: 'hidden' }}>
      {size === null ? null : props.children(size)}
    </div>
  )
}
