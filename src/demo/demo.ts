// The door to a demo that is open: its links, its pages, and what stands above all pages. Loaded only where a demo is started.
import { demoPages, type DemoParts, demoStrip } from '#src/demo/demo.pages.tsx'
import { parts, readDemo } from '#src/demo/demo-setting.ts'
import { callGuise } from '#src/demo/demo-words.ts'
import type { Ground } from '#src/platform/context.ts'
import { asHost } from '#src/platform/jobs/worker.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { paths } from '#src/schema/paths.ts'

export type Demo = DemoParts & {
  /** What the terminal says of it. */
  readonly welcome: (address: string) => string
}

export async function openDemo(ground: Ground): Promise<Demo> {
  const setting = await asHost(ground, (ctx) => readDemo(ctx.db))
  if (!setting) throw new Unstartable('What was prepared as a demo is none: remove its folder, and start again.')
  const links = (address: string): string[] =>
    parts.map((part) => `  ${callGuise(setting, part).padEnd(20)} ${address}${paths.demo(setting.key, part)}`)
  return {
    pages: demoPages(setting),
    strip: (c) => demoStrip(c, setting),
    welcome: (address) =>
      [
        'This is a demo: everything in it is invented. Come in as',
        '',
        ...links(address),
        '',
        'or look around as a guest.',
      ].join('\n'),
  }
}
