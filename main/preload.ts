import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/bridge.ts'

// A sandboxed preload is one file: the two channel names are repeated here rather than imported with the
// request list (and its validators). test/unit/channels.test.ts holds them equal to shared/ipc.ts.
const requestChannel = 'zhibu:request'
const eventChannel = 'zhibu:event'

const bridge: Bridge = {
  call: (name, argument) => ipcRenderer.invoke(requestChannel, name, argument),
  on: (listener) => {
    const relay = (_event: Electron.IpcRendererEvent, name: string, value: unknown) => listener(name, value)
    ipcRenderer.on(eventChannel, relay)
    return () => {
      ipcRenderer.off(eventChannel, relay)
    }
  },
}

contextBridge.exposeInMainWorld('zhibu', bridge)
