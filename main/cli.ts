import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { AppError } from '../shared/errors.ts'
import { describeError } from '../shared/messages.ts'
import { runCommand } from './cli/commands.ts'
import { readCommand } from './cli/options.ts'
import { unattendedDesktop } from './cli/unattended.ts'
import { serveRequests } from './ipc.ts'
import { log, logInto } from './log.ts'
import { startContext } from './start-context.ts'

export interface CliStart {
  /** Absolute. */
  readonly dataDirectory: string
  /** Where relative paths of the command line begin. */
  readonly cwd: string
}

/** One JSON object and a line end; resolves when the other side has it. */
const print = (answer: object): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, () => resolve())
  })

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

const failed = async (error: unknown): Promise<number> => {
  const known = error instanceof AppError ? error : new AppError('internal', {}, { cause: error })
  if (known.code === 'internal') log('error', 'command failed', error)
  const message = describeError(known.code, known.facts)
  say(message)
  await print({ ok: false, code: known.code, message })
  return known.code === 'usage' ? 2 : 1
}

/** Chromium may still write there; what it leaves in the temporary folder holds no data of the user. */
const discard = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch (error) {
    log('info', 'scratch folder left', error)
  }
}

/**
 * The same features without a window. Standard output gets one JSON object, standard error the words for people.
 * Answers the exit code: 0 it did what it said, 1 it could not, 2 wrong usage.
 */
export const runCli = async (words: readonly string[], start: CliStart): Promise<number> => {
  // Who reads may stop early (head): that must not leave an error nobody catches, and a program that never ends.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  // Chromium's own files have no place in the data directory of a command.
  const scratch = mkdtempSync(join(tmpdir(), 'zhibu-cli-'))
  app.setPath('sessionData', scratch)
  try {
    const command = readCommand(words)
    const context = await startContext(start.dataDirectory, unattendedDesktop)
    logInto(start.dataDirectory)
    // The hidden print page asks for what it is to lay out.
    serveRequests(Promise.resolve(context))
    try {
      const answer = await runCommand(command, { context, cwd: start.cwd, say })
      await print({ ok: true, ...answer })
      return 0
    } finally {
      await context.database().close()
    }
  } catch (error) {
    return await failed(error)
  } finally {
    discard(scratch)
  }
}
