// Messages for people go to standard error: standard output may belong to a program (`npm run cli`).

/** One line for the person who started the script. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** A failure that is explained in full by its message; anything else is a bug and shows its stack. */
export class SetupError extends Error {}

/** The sentence to show for whatever was thrown. */
export function explain(error) {
  if (error instanceof SetupError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs a script's main function and turns its result into the exit code. */
export async function runScript(main) {
  try {
    const code = await main(process.argv.slice(2))
    process.exitCode = code ?? 0
  } catch (error) {
    say(explain(error))
    process.exitCode = 1
  }
}
