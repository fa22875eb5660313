// Counts for the runner: a reporter of node:test that writes the totals of a run as one line of JSON.
import { resolve } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/** A run that is cut off writes nothing, and so counts as failed. A file without tests is named as if it were one. */
// oxlint-disable-next-line import/no-default-export -- node:test asks for the default export of a reporter.
export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let empty = 0
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.file !== undefined && resolve(data.name) === data.file) empty += 1
    if (type !== 'test:summary' || data.file !== undefined) continue
    yield `${JSON.stringify({ ...data.counts, passed: data.counts.passed - empty })}\n`
  }
}
