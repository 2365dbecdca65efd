import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

/** Pages are served from here, never from file: (Electron security guide, item 18). */
const scheme = 'app'
export const appOrigin = 'app://bundle'
export const windowPage = '/index.html'
export const printPage = '/print/print.html'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/**
 * Nothing but the program's own files, no inline script, no connection anywhere. Style elements need the nonce of
 * the page (antd makes them while running); style attributes alone are free, ECharts' tooltips write them.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
  ].join('; ')

/** Must run before the application is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** `folder`: the built pages. A path that leaves it is refused. */
export const servePages = (folder: string): void => {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(url.pathname)))
    if (url.origin !== appOrigin && `${url.protocol}//${url.host}` !== appOrigin) return refused()
    if (!path.startsWith(folder + sep)) return refused()
    const type = types[extname(path)]
    if (type === undefined) return refused()
    try {
      const content = await readFile(path)
      if (!type.startsWith('text/html')) {
        return new Response(new Uint8Array(content), {
          headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
        })
      }
      const nonce = randomBytes(16).toString('base64')
      // The page hands the nonce on to antd; see renderer/csp.ts.
      const html = content.toString('utf8').replace('__NONCE__', nonce)
      return new Response(html, {
        headers: {
          'content-type': type,
          'content-security-policy': policy(nonce),
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    } catch {
      return new Response('', { status: 404 })
    }
  })
}

const refused = (): Response => new Response('', { status: 403 })
