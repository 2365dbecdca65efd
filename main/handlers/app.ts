import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import type { appRequests } from '../../shared/requests/app.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import { backUp } from '../database/backups.ts'
import { listHistory } from '../database/history.ts'
import { loadOverview } from '../database/overview.ts'
import { countOwnEdits } from '../database/sample-mark.ts'
import { find } from '../database/search.ts'
import { isEmpty, isSample, loadSettings, saveSettings } from '../database/settings.ts'
import { loadUndoState, redo, undo } from '../database/undo.ts'
import { loadSample, startAfresh } from '../sample.ts'
import { savedFile } from '../tickets.ts'

const packageFile = z.object({ version: z.string() })

/** The program's folder holds its package.json, packed or not. */
const versionOf = async ({ resources }: Context): Promise<string> =>
  packageFile.parse(JSON.parse(await readFile(join(resources, '..', 'package.json'), 'utf8'))).version

const runtimeName = (): string => {
  const { electron, chrome, node } = process.versions
  return electron === undefined ? `Node ${node}` : `Electron ${electron} · Chromium ${chrome ?? ''}`
}

/** Throws `file.missing` for a ticket that is not known, and for a file that was moved or deleted since. */
const pathOf = (context: Context, savedId: string): string => {
  const path = context.saved.get(savedId)
  if (path === undefined) throw new AppError('file.missing')
  if (!existsSync(path)) throw new AppError('file.missing', { file: basename(path) })
  return path
}

export const appHandlers: HandlersOf<typeof appRequests, Context> = {
  'app.info': async (_, context) => {
    const db = context.database()
    const [version, empty, sample] = await Promise.all([versionOf(context), isEmpty(db), isSample(db)])
    const ownEdits = sample ? await countOwnEdits(db) : 0
    return { version, dataDirectory: context.dataDirectory, empty, sample, ownEdits, runtime: runtimeName() }
  },
  'overview.load': ({ year }, { database }) => loadOverview(database().slow, year, dayOf(new Date())),
  'search.find': ({ text }, { database }) => find(database(), text),
  'settings.load': (_, { database }) => loadSettings(database()),
  'settings.save': (changes, { database }) => saveSettings(database(), changes),
  'history.list': ({ limit, recordId }, { database }) => listHistory(database(), limit, recordId ?? null),
  'history.state': (_, { database }) => loadUndoState(database()),
  'history.undo': ({ seq }, { database }) => undo(database(), seq),
  'history.redo': ({ seq }, { database }) => redo(database(), seq),
  'sample.load': ({ jobId }, context) => loadSample(context, jobId),
  'sample.clear': async (_, context) => {
    if (!(await isSample(context.database()))) throw new AppError('data.not-sample')
    return { backup: await startAfresh(context, 'sample') }
  },
  'job.cancel': async ({ jobId }, { jobs }) => jobs.cancel(jobId),
  'file.open': async ({ savedId }, context) => context.desktop.openFile(pathOf(context, savedId)),
  'file.reveal': async ({ savedId }, context) => {
    context.desktop.revealFile(pathOf(context, savedId))
    return true
  },
  'data.backup': async (_, context) => savedFile(context.saved, await backUp(context.database())),
  'data.reveal': async (_, context) => {
    context.desktop.revealFile(context.database().file)
    return true
  },
}
