import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/ipc.ts'
import { push } from './window.ts'

const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
  label,
  click: () => push('menu.command', name),
  // The page handles the keys itself: in a text field Ctrl+Z belongs to the text.
  ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
})

/** The menu behind the Alt key. */
export const setMenu = (): void => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '文件',
        submenu: [command('导入台账', 'import'), { type: 'separator' }, { label: '退出', role: 'quit' }],
      },
      {
        label: '编辑',
        submenu: [
          command('撤销', 'undo', 'Ctrl+Z'),
          command('重做', 'redo', 'Ctrl+Shift+Z'),
          command('可撤销的操作', 'undo-list', 'Ctrl+Shift+U'),
          { type: 'separator' },
          { label: '剪切', role: 'cut' },
          { label: '复制', role: 'copy' },
          { label: '粘贴', role: 'paste' },
          { label: '全选', role: 'selectAll' },
          { type: 'separator' },
          command('查找', 'search', 'Ctrl+K'),
        ],
      },
      {
        label: '查看',
        submenu: [
          { label: '放大', role: 'zoomIn' },
          { label: '缩小', role: 'zoomOut' },
          { label: '原始大小', role: 'resetZoom' },
          { label: '全屏', role: 'togglefullscreen' },
        ],
      },
      { label: '帮助', submenu: [command('使用手册', 'manual', 'F1')] },
    ]),
  )
}
