import { app, session } from 'electron'
import { appOrigin } from './protocol.ts'

const isOwn = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === appOrigin
}

/** Addresses that a page may load: its own files, and data it made itself. */
const mayLoad = (address: string): boolean =>
  isOwn(address) ||
  address.startsWith('blob:app://') ||
  address.startsWith('data:') ||
  address.startsWith('devtools:')

/** Electron's security guide, items 5, 9, 13, 14: no permission, no navigation, no new window, no webview. */
export const guardContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** After the application is ready: permissions are denied, and no request leaves the machine. */
export const guardSession = (): void => {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  own.on('will-download', (event) => event.preventDefault())
}
