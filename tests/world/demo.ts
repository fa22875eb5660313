// The world of the demo as a world for tests: an empty house is filled with it, and has its links and its strip.
import { openDemo } from '#src/demo/demo.ts'
import { makeWorld } from '#src/demo/making/make-world.ts'
import { works } from '#src/wiring/jobs.ts'
import { openHouse, type Options, type TestHouse } from '#tests/support/open-house.ts'

export const demoOptions: Options = {
  empty: true,
  async demo(ground, texts) {
    await makeWorld(ground, works, texts)
    return openDemo(ground)
  },
}

export const openDemoHouse = (at: string): Promise<TestHouse> => openHouse({ ...demoOptions, at })
