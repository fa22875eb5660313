// Sums up a test run: what counts as passed, what as failed, and the last lines that the runner prints.

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export type Outcome = Counts & {
  readonly name: string
  readonly seconds: number
  /** Printed in full when something failed. */
  readonly output: string
  readonly note?: string
  readonly leftOut?: readonly string[]
}

/** What `node:test` counted. A test that is "to do" is not done, and so has failed. */
export function countsOf(totals: string, code: number): Counts {
  if (totals.trim() === '') return { passed: 0, failed: 1, skipped: 0 }
  const { passed, failed, cancelled, skipped, todo } = JSON.parse(totals)
  const bad = failed + cancelled + todo
  return { passed, failed: bad === 0 && code !== 0 ? 1 : bad, skipped }
}

const told = /^\s*[✔✖▶ℹ﹣⚠]/

/** What the tests themselves printed, and the part that tells of failures; the marks of what passed are left out. */
export function failuresIn(output: string): string {
  const at = output.lastIndexOf('✖ failing tests:')
  const before = (at < 0 ? output : output.slice(0, at)).split('\n').filter((text) => !told.test(text))
  return [...before.slice(-200), at < 0 ? '' : output.slice(at)].join('\n').trim()
}

export function line({ name, passed, failed, skipped, seconds, note }: Outcome): string {
  const mark = failed > 0 ? '✖' : skipped > 0 && passed === 0 ? '–' : '✔'
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return `${mark} ${name.padEnd(20)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${note ?? counts}`
}

/** What was left out, by name and with its reason: a number alone is overlooked. */
export function leftOutIn(output: string): string[] {
  return [...output.matchAll(/^\s*﹣ (.*?)(?: \([\d.]+ms\))?( # .*)?$/gm)].map(([, test = '', why = '']) => test + why)
}

export function lastLines(outcomes: readonly Outcome[]): string[] {
  const sum = (key: keyof Counts): number => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const left = outcomes.filter(({ note }) => note?.startsWith('LEFT OUT'))
  return [
    ...outcomes.map(line),
    ...left.map(({ name, note }) => `!!! ${name} ${note}`),
    ...outcomes.flatMap(({ name, leftOut = [] }) => leftOut.map((test) => `!!! ${name} did not run: ${test}`)),
    `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
  ]
}
