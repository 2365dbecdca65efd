import { type ComponentType, lazy, useState } from 'react'

const loaders: (() => Promise<unknown>)[] = []

/**
 * A page that loads when it is first opened, or before, by `preloadPages`. A page that is there already is shown at
 * once: through Suspense alone React keeps each first opening back for 300 ms, so that placeholders do not flicker.
 */
export const pageOf = (load: () => Promise<ComponentType>): ComponentType => {
  let loaded: ComponentType | null = null
  const once = async () => {
    loaded ??= await load()
    return { default: loaded }
  }
  loaders.push(once)
  const Lazy = lazy(once)
  return () => {
    // Kept for as long as it is shown: another component in its place would lose the page's state.
    const [Shown] = useState<ComponentType>(() => loaded ?? Lazy)
    return <Shown />
  }
}

/** Fetches every page while the window has nothing else to do. A page that fails says so when it is opened. */
export const preloadPages = (): void => {
  requestIdleCallback(() => {
    for (const load of loaders) load().catch(() => undefined)
  })
}
