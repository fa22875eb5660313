// Pictures that people of the named world bring, as a browser without scripts sends them.
import sharp from 'sharp'
import { paths } from '#src/schema/paths.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from './people.ts'

export const painted = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2b4f86' } })

export type Sent = { readonly bytes?: Uint8Array; readonly said?: Readonly<Record<string, string>> }

const words = { alt: 'A lamp on a wall', purpose: 'picture', caption: '', stands: 'before' }

/** By somebody who has just opened the page of the pictures, or the first page where that one is not theirs. */
export async function bringPictureAs(
  house: TestHouse,
  who: PersonName,
  work: number,
  sent: Sent = {},
): Promise<Response> {
  const visitor = await house.as(who)
  const opened = await visitor.visit(paths.workPictures(work))
  const { html } = opened.status === 200 ? opened : await visitor.visit('/')
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  for (const [name, value] of Object.entries({ ...words, ...sent.said })) body.set(name, value)
  const bytes = new Uint8Array(sent.bytes ?? (await painted(1_000, 600).png().toBuffer()))
  body.set('picture', new File([bytes], 'lamp.png', { type: 'image/png' }))
  return house.app.request(`http://fest.example${paths.workPictures(work)}`, {
    method: 'POST',
    body,
    headers: {
      host: 'fest.example',
      'sec-fetch-site': 'same-origin',
      cookie: `roundelay=${visitor.cookies.get('roundelay')}`,
    },
  })
}

/** Of files, in the order of the page, each once. */
export const addressesIn = (html: string): string[] => [
  ...new Set(html.match(/\/files\/pictures\/[\w-]+\/[\w-]+\.\w+/g) ?? []),
]
