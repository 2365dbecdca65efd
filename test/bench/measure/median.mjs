/** The middle value; of an even number of values the mean of the two in the middle. Null when a value is null. */
export function median(values) {
  if (values.includes(null)) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The largest of some peaks; null when one was not taken. */
export const largest = (...bytes) => (bytes.includes(null) ? null : Math.max(...bytes))

/** The median time and the median peak of several runs. */
export const medianRun = (runs) => ({
  ms: median(runs.map((run) => run.ms)),
  peakBytes: median(runs.map((run) => run.peakBytes)),
})

/** Runs both in turn, so that a busy moment of the machine falls on both; answers their runs. */
export async function inTurn(times, program, reference) {
  const runs = { program: [], reference: [] }
  for (let turn = 0; turn < times; turn++) {
    runs.program.push(await program(turn))
    runs.reference.push(await reference(turn))
  }
  return runs
}
