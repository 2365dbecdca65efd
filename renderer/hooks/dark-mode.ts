import { useSyncExternalStore } from 'react'
import { useRequest } from './query.ts'

const media = window.matchMedia('(prefers-color-scheme: dark)')

const subscribe = (listener: () => void): (() => void) => {
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Follows the system unless the settings say otherwise. */
export const useDarkMode = (): boolean => {
  const system = useSyncExternalStore(subscribe, () => media.matches)
  const settings = useRequest('settings.load', null)
  const theme = settings.data?.theme ?? 'system'
  return theme === 'system' ? system : theme === 'dark'
}
