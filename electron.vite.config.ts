import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

// `dependencies` stay outside the main bundle: each is loaded by the feature that needs it. TypeORM is a
// devDependency so that it is bundled: as 900 small files it cost every start 0.1 s.
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          worker: resolve(root, 'main/workers/worker.ts'),
          session: resolve(root, 'main/workers/session.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      // A sandboxed preload script cannot load ES modules.
      rollupOptions: {
        input: { preload: resolve(root, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'dist/renderer'),
      minify: true,
      // One local file loads quicker than many; the limit is meant for the web.
      chunkSizeWarningLimit: 4000,
      // Fonts must stay files: the content security policy refuses data: fonts.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          print: resolve(root, 'renderer/print/print.html'),
        },
      },
    },
  },
})
