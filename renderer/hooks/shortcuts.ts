import { useEffect } from 'react'
import type { MenuCommand } from '../../shared/ipc.ts'
import { on } from '../api.ts'

/** In a text field Ctrl+Z belongs to the text. */
const writesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type="checkbox"]):not([type="radio"])'))

/** The command of a key press, or null. */
const commandOf = (event: KeyboardEvent): MenuCommand | null => {
  if (event.key === 'F1') return 'manual'
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'k') return 'search'
  if (key === 'u' && event.shiftKey) return 'undo-list'
  if (writesText(event.target)) return null
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}

/** Keys and menu items come to the same commands. `act` should be stable. */
export const useMenuCommands = (act: (command: MenuCommand) => void): void => {
  useEffect(() => on('menu.command', act), [act])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === null) return
      event.preventDefault()
      act(command)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [act])
}
