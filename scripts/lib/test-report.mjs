// Counts what Vitest's JSON report says, so that several runs can be added up.
import { readFileSync } from 'node:fs'

/**
 * `{ passed, failed, skipped }` of one run. A file that could not even be loaded, an error outside
 * of any test, and a run that left no report count as a failure each.
 */
export function countTests(file, exitCode) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  const failed = report.numFailedTests + broken
  return { passed, skipped, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
