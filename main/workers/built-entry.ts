import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Path of a built thread's entry, e.g. `worker.js`: it stands beside the main bundle, or one folder up when this file
 * became a part of a chunk of its own. Undefined without a build: the unit tests run the sources.
 */
export const builtEntry = (name: string): string | undefined =>
  [`./${name}`, `../${name}`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((file) => existsSync(file))
