/** Nothing may hold up the main process for more than 50 ms; a slice of work leaves room for other things. */
const sliceMs = 8

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Runs a generator to its end in slices, giving way to other work between them. `each` is told what it yields. */
export const runInSlices = async <Y, R>(work: Generator<Y, R>, each: (value: Y) => void): Promise<R> => {
  for (;;) {
    const until = performance.now() + sliceMs
    while (performance.now() < until) {
      const step = work.next()
      if (step.done === true) return step.value
      each(step.value)
    }
    await nextTurn()
  }
}
