// How many claims a second one server takes over 16 connections, each kept whole on the disk before it is answered.
import { paths } from '#src/schema/paths.ts'
import { openClient } from '../../tests/support/process-client.ts'
import { fillGround } from '../../tests/support/process-ground.ts'
import { startServer } from '../../tests/support/process.ts'
import { gathering, makeCrowd } from '../../tests/world/crowd.ts'
import { madeAt } from '../../tests/world/tidewater.ts'
import { rounded, shareOf } from './figures.ts'

const CONNECTIONS = 16
const PEOPLE = 60

/** Everybody takes each of ten days: a full round, whose board grows from nothing to 600 claims meanwhile. */
export async function benchClaims(): Promise<object> {
  const { ground, made } = await fillGround(madeAt, (engine) =>
    makeCrowd(engine, { people: PEOPLE, plan: { places: PEOPLE } }),
  )
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, way: 'launcher', words: ['--test'] })
  await using client = openClient(server.address, CONNECTIONS)
  const wishes = made.days.flatMap((day) => made.members.map(({ token }) => ({ day: String(day), token })))
  const took: number[] = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
        const answer = await client.post(
          paths.claims(gathering.community, gathering.round),
          { day: wish.day },
          wish.token,
        )
        if (answer.status !== 303) throw new Error(`A claim was answered with ${answer.status}.`)
        took.push(answer.took)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const sorted = took.toSorted((one, other) => one - other)
  return {
    claims: took.length,
    connections: CONNECTIONS,
    perSecond: rounded(took.length / seconds),
    p50Ms: rounded(shareOf(sorted, 0.5)),
    p99Ms: rounded(shareOf(sorted, 0.99)),
  }
}
