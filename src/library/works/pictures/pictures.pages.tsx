// The pages on which the creators of a work bring its pictures, put them in order, describe them and take them away.
import { readPicture } from '#src/platform/files/pictures.ts'
import { readUpload } from '#src/platform/files/upload.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { altOf } from './alt.ts'
import { ChangePicture, OwnPictureList } from './own-pictures.parts.tsx'
import { entriesOf, pictureForm, wordsOf } from './pictures.form.ts'
import {
  bringPicture,
  bringPictureBack,
  describePicture,
  movePicture,
  openOwnPictures,
  type OwnPicture,
  takePictureAway,
  type Where,
} from './pictures.ts'

const kinds = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const

export function picturesPages(web: Web): void {
  const all = async (c: WebContext, again: Again): Promise<Response> => {
    const own = await openOwnPictures(c.get('ctx'), idFrom(c, 'id'))
    const main = <OwnPictureList own={own} zone={c.get('zone').name ?? 'UTC'} again={again} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Pictures, ${own.title}`, main, status: statusOf(again) })
  }

  web.get(paths.workPictures(':id'), (c) => all(c, asFirst))

  web.post(paths.workPictures(':id'), (c) =>
    submitted(c, pictureForm, {
      async act(ctx, typed) {
        const { id } = await openOwnPictures(ctx, idFrom(c, 'id'))
        const bytes = await readUpload(c, 'picture')
        if (!bytes) throw new Refusal('forbidden', 'picture/none', 'Please choose a picture.', { about: 'picture' })
        countPicture(c, id)
        const picture = await readPicture(bytes, 'picture', { leastWidth: 1, kinds })
        return bringPicture(ctx, id, { ...wordsOf(typed), picture })
      },
      next: () => ({
        to: paths.workPictures(idFrom(c, 'id')),
        notice: 'It is here. It is made ready in a few seconds.',
      }),
      again: (again) => all(c, again),
    }),
  )

  /** For the editor, which shows what there is to choose from. */
  web.get(paths.workPictureChoice(':id'), async (c) => {
    const { pictures } = await openOwnPictures(c.get('ctx'), idFrom(c, 'id'))
    c.header('cache-control', 'private, no-store')
    return c.json(pictures.filter(({ state }) => state !== 'unreadable').map(choiceOf))
  })

  one(web)
}

const choiceOf = (picture: OwnPicture, at: number) => ({
  address: paths.picture(picture.uid),
  alt: picture.isDecoration ? '' : picture.alt,
  name: altOf(picture, at + 1) || `Picture ${at + 1}, a decoration`,
  isReady: picture.state === 'shown',
})

function one(web: Web): void {
  const at = paths.workPicture(':id', ':picture')
  const whereOf = (c: WebContext): Where => ({ work: idFrom(c, 'id'), picture: idFrom(c, 'picture') })
  const back = (c: WebContext): string => paths.workPictures(idFrom(c, 'id'))

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const own = await openOwnPictures(c.get('ctx'), idFrom(c, 'id'))
    const picture = own.pictures.find(({ id }) => id === whereOf(c).picture)
    if (!picture) throw isMissing('picture')
    const state = again.entries.size > 0 ? again : { ...again, entries: entriesOf(picture) }
    const main = <ChangePicture own={own} picture={picture} again={state} csrf={c.get('csrf')} />
    return c.get('show')({ title: `A picture of ${own.title}`, main, status: statusOf(again) })
  }

  web.get(at, (c) => show(c, asFirst))

  web.post(at, async (c) => {
    const wanted = (await readEntries(c)).get('do')
    const where = whereOf(c)
    if (wanted === 'away')
      return pressed(
        c,
        (ctx) => takePictureAway(ctx, where),
        () => ({ to: back(c), notice: awayWords }),
      )
    if (wanted === 'back')
      return pressed(
        c,
        (ctx) => bringPictureBack(ctx, where),
        () => ({ to: back(c), notice: 'It is back.' }),
      )
    if (wanted === 'up' || wanted === 'down')
      return pressed(
        c,
        (ctx) => movePicture(ctx, where, wanted),
        () => ({ to: back(c) }),
      )
    return submitted(c, pictureForm, {
      act: (ctx, typed) => describePicture(ctx, where, wordsOf(typed)),
      next: () => ({ to: back(c), notice: 'Saved.' }),
      again: (again) => show(c, again),
    })
  })
}

const awayWords = 'Taken away: nobody sees it any more. For 30 days it can be brought back, at the end of this page.'

/** Each is decoded, and drawn anew in several sizes. */
const PICTURES = { tries: 60, perSeconds: 1_200 }

function countPicture(c: WebContext, work: number): void {
  const { rates, ctx } = c.var
  const who = ctx.viewer.kind === 'person' ? `account ${ctx.viewer.account}` : `work ${work}`
  rates.take(`pictures of ${who}`, PICTURES, ctx.now())
}
