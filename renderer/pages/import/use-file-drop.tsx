import { App, Flex, Typography, theme } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { isBusy, receiveFiles } from './session/begin.ts'
import { currentStage } from './session/stage.ts'

let dragging = false
const listeners = new Set<() => void>()
const setDragging = (next: boolean): void => {
  if (next === dragging) return
  dragging = next
  for (const listener of listeners) listener()
}

/** True while files are held over the window. */
export const useDragging = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => dragging,
  )

/** Over the whole window while files are held over it. */
export const DropVeil = () => {
  const { token } = theme.useToken()
  if (!useDragging()) return null
  return (
    <Flex
      align="end"
      justify="center"
      style={{
        position: 'fixed',
        inset: 4,
        zIndex: token.zIndexPopupBase,
        padding: 48,
        pointerEvents: 'none',
        border: `2px dashed ${token.colorPrimary}`,
        borderRadius: 8,
      }}
    >
      <Typography.Text
        strong
        style={{
          padding: '8px 24px',
          borderRadius: 8,
          background: token.colorBgElevated,
          boxShadow: token.boxShadowSecondary,
        }}
      >
        松开鼠标，读取这些台账文件
      </Typography.Text>
    </Flex>
  )
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Once, in the frame: files dropped anywhere on the window are read by the import page. */
export const useFileDrop = (): void => {
  const { modal } = App.useApp()
  const [, navigate] = useLocation()
  useEffect(() => {
    const over = (event: DragEvent) => {
      // Some places, e.g. for an approval document, take a file themselves.
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      setDragging(!isBusy())
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent) => {
      setDragging(false)
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || isBusy()) return
      const read = () => {
        navigate('/import')
        void receiveFiles(files)
      }
      if (currentStage().kind !== 'open') return read()
      modal.confirm({
        title: '放弃当前的导入，改读拖入的文件？',
        content: '当前文件还没有导入，其中改正过的内容会丢掉。',
        okText: '改读拖入的文件',
        cancelText: '继续当前的导入',
        onOk: read,
      })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [modal, navigate])
}
