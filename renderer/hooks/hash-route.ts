import { useSyncExternalStore } from 'react'

/*
 * The route stands in the hash, and its `?…` with it (wouter's own hash hook puts that part into the address
 * proper, where it stays when another page is opened).
 */
const split = (): readonly [string, string] => {
  const [path = '', search = ''] = window.location.hash.replace(/^#/, '').split('?', 2)
  return [path === '' ? '/' : path, search]
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const navigate = (to: string, options: { readonly replace?: boolean } = {}): void => {
  if (options.replace !== true) {
    window.location.hash = to
    return
  }
  window.history.replaceState(null, '', `#${to}`)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** wouter's location hook: the path in the hash, and the way to another. */
export const useHashPath = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => split()[0]),
  navigate,
]

/** wouter's search hook: what follows `?` in the hash. */
export const useHashSearch = (): string => useSyncExternalStore(subscribe, () => split()[1])
