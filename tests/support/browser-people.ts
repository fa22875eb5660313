// A work and the people around it, as its creators, those who are asked and readers see them.
import { answerAsk, creditSomebody, giveWork, inviteCoAuthor, tieWork } from '#src/library/works/asks/asks.ts'
import { listAskedOf } from '#src/library/works/asks/own-asks.ts'
import { paths } from '#src/schema/paths.ts'
import { take } from '#tests/world/deeds.ts'
import { people } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const long = 'A friend from the harbour who read all of it twice in one night and never once said what she thought'

export async function* peopleOfWork({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const oriel = await (await enter({ as: 'oriel' })).newPage()
  const nour = await (await enter({ as: 'nour' })).newPage()
  const guest = await (await enter()).newPage()
  const claim = await take(house, 'oriel', '11-03')
  const other = await take(house, 'nour', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const header = { beta: `Thanks to ${people.ismay.name} and ${people.teuea.name}` }
  const { work } = await post(house, 'oriel', { claim: claim.id, said: saidOf({ header }) })
  const { work: salt } = await post(house, 'nour', { claim: other.id, said: saidOf({ title: 'Salt in the Ink' }) })
  await oriel.goto(paths.workPeople(work))
  yield { name: 'people-none', page: oriel }
  await nour.goto(paths.asks)
  yield { name: 'asked-nothing', page: nour }
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, people.nour.name))
  await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name: long.slice(0, 60), role: 'cheering' }))
  await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name: people.nour.name, role: 'sounding board' }))
  await house.act('oriel', (ctx) => giveWork(ctx, work, people.nour.name))
  await house.act('oriel', (ctx) => tieWork(ctx, work, { kind: 'remix', to: { work: salt } }))
  await house.act('oriel', (ctx) =>
    tieWork(ctx, work, { kind: 'podfic', to: { url: 'https://archive.example/7', words: long } }),
  )
  await nour.goto(paths.mine)
  yield { name: 'mine-asked', page: nour }
  await nour.goto(paths.asks)
  yield { name: 'asked', page: nour }
  const asked = await house.act('nour', listAskedOf)
  const first = asked[0]?.id ?? 0
  await nour.goto(paths.ask(first))
  yield { name: 'ask', page: nour }
  for (const { id } of asked) await house.act('nour', (ctx) => answerAsk(ctx, id, 'agree'))
  await nour.goto(paths.ask(asked.at(-1)?.id ?? 0))
  yield { name: 'ask-answered', page: nour }
  await oriel.goto(paths.workPeople(work))
  yield { name: 'people', page: oriel }
  await oriel.getByLabel('Their name here').fill('Nobody of That Name')
  await oriel.getByRole('button', { name: 'Ask them' }).click()
  await oriel.waitForSelector('.summary')
  yield { name: 'people-refused', page: oriel }
  await guest.goto(paths.work(work))
  yield { name: 'work-with-people', page: guest }
  await guest.goto(paths.ask(first))
  yield { name: 'asked-signs-in', page: guest }
  await guest.goto(paths.work(salt))
  yield { name: 'work-with-onwards', page: guest }
}
