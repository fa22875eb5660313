// Works that are not text, and poems: as their creators bring them and as others see them.
import sharp from 'sharp'
import { sayRecordings } from '#src/library/works/recordings/recordings.ts'
import { bringPicture } from '#src/library/works/pictures/pictures.ts'
import { readText } from '#src/text/read-text.ts'
import { paths } from '#src/schema/paths.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const long = 'W'.repeat(110)

const poem = `The lamp is lit on the Head tonight, and all the way along the harbour wall nobody came
    and nobody wrote

The lamp is out
    and somebody is walking home along the whole length of the harbour wall without a light`

/** A night with a lamp over a hill. The house reads no SVG, so it is painted dot by dot. */
function drawn(width: number, height: number, colour: readonly [number, number, number]): Promise<Uint8Array> {
  const dots = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height]
    const isLamp = Math.hypot((x - 0.72) * width, (y - 0.3) * height) < width * 0.07
    const isHill = y > 0.8 + 0.08 * Math.sin(x * 6)
    dots.set(isLamp ? [244, 213, 141] : isHill ? [18, 20, 28] : colour, at * 3)
  }
  return sharp(dots, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

export async function* worksOfOtherKinds({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  house.at('2026-11-16T12:00:00.000Z')
  const oriel = await (await enter({ as: 'oriel' })).newPage()
  const guest = await (await enter()).newPage()
  const empty = { ...saidOf().text, html: '', words: 0, excerpt: '', source: '' }
  const about = { preface: '', epigraph: '', epigraphBy: '', notes: '' }
  const make = async (title: string, form: string, text = empty) =>
    (await post(house, 'oriel', { said: saidOf({ ...about, title, form }, { text }) })).work
  const art = await make('The Head at Night', 'art')
  const icons = await make('Nine Lamps', 'icons')
  const read = readText({ text: poem, form: 'plain', leave: ['verse'] })
  const verse = await make('Two Lamps', 'poem', { ...empty, ...read, source: poem, leave: ['verse'] })
  const bring = async (
    work: number,
    size: readonly [number, number],
    colour: readonly [number, number, number],
    caption: string,
    alt: string,
  ) =>
    house.act('oriel', async (ctx) => {
      const bytes = new Uint8Array(await drawn(...size, colour))
      const picture = { type: 'image/png' as const, bytes, width: size[0], height: size[1] }
      await bringPicture(ctx, work, { picture, alt, caption, isDecoration: false, stands: 'before' })
    })
  await oriel.goto(paths.workPictures(art))
  yield { name: 'pictures-none', page: oriel }
  await oriel.getByRole('button', { name: 'Bring it' }).click()
  await oriel.waitForSelector('.summary')
  yield { name: 'pictures-refused', page: oriel }
  await bring(art, [1_800, 1_080], [43, 79, 134], `From the sea, ${long}`, 'A headland at night, one lamp above it')
  await bring(art, [900, 1_400], [107, 45, 60], '', '')
  for (const [at, colour] of (
    [
      [43, 79, 134],
      [107, 45, 60],
      [47, 93, 70],
      [74, 59, 107],
      [115, 90, 36],
    ] as const
  ).entries())
    await bring(icons, [100, 100], colour, at === 1 ? 'The second' : '', `Lamp ${at + 1}`)
  await house.runJobs()
  await bring(art, [400, 300], [47, 93, 70], '', 'Still being made')
  const recording = { kind: 'audio', url: 'https://sound.example/lamp', label: 'Read by Tane', lasts: '12:40' } as const
  await house.act('oriel', (ctx) => sayRecordings(ctx, art, [recording, { ...recording, kind: 'video', label: long }]))
  await oriel.goto(paths.workPictures(icons))
  await oriel.getByRole('button', { name: 'Take it away picture 5' }).click()
  await oriel.waitForURL(`**${paths.workPictures(icons)}`)
  yield { name: 'pictures-one-away', page: oriel }
  const first = await house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('work_pictures').select('id').where('work_id', '=', art).orderBy('id').executeTakeFirstOrThrow(),
  )
  for (const [name, page, to] of [
    ['pictures-own', oriel, paths.workPictures(art)],
    ['picture-change', oriel, paths.workPicture(art, first.id)],
    ['recordings-own', oriel, paths.workRecordings(art)],
    ['work-art', guest, paths.work(art)],
    ['work-icons', guest, paths.work(icons)],
    ['work-art-as-writer', oriel, paths.work(art)],
    ['work-poem', guest, paths.work(verse)],
    ['work-poem-edit', oriel, paths.workEdit(verse)],
  ] as const) {
    await page.goto(to)
    yield { name, page }
  }
}
