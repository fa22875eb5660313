// Bringing a banner, changing what is said of it, taking it away; and the pictures that were made of it.
import type { Round } from '#src/fests/rounds/rounds.ts'
import { readPicture } from '#src/platform/files/pictures.ts'
import { readUpload } from '#src/platform/files/upload.ts'
import { asFirst, errorsOf, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FileField } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Kicker, Slip } from '#src/ui/prose.tsx'
import { type Banner, bannerToChange, bringBanner, LEAST_WIDTH, openBannerFile, takeBannerAway } from './banner.ts'
import { bannerForm } from './banner.form.ts'
import { BannerBand } from './banner.parts.tsx'

export function bannerPages(web: Web): void {
  const at = paths.roundBanner(':community', ':round')

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const where = roundWhere(c)
    const { round, community, banner } = await bannerToChange(c.get('ctx'), where.community, where.round)
    const said = banner
      ? new Map(Object.entries({ alt: banner.alt, artist: banner.artist }))
      : new Map<string, string>()
    const state = again.entries.size > 0 ? again : { ...again, entries: said }
    return c.get('show')({
      title: `Banner of ${round.name}`,
      main: <BannerPage round={round} community={community.slug} banner={banner} state={state} csrf={c.get('csrf')} />,
      status: statusOf(again),
      here: paths.community(community.slug),
      ink: round.ink,
    })
  }

  web.get(at, (c) => show(c, asFirst))

  web.post(at, (c) => {
    const { community, round } = roundWhere(c)
    return submitted(c, bannerForm, {
      async act(ctx, said) {
        await bannerToChange(ctx, community, round)
        const bytes = await readUpload(c, 'picture')
        if (bytes) countPicture(c)
        const picture = bytes && (await readPicture(bytes, 'picture', asked))
        return bringBanner(ctx, community, round, { ...said, picture })
      },
      next: () => ({
        to: paths.roundBanner(community, round),
        notice: 'It is kept. A new picture takes a few seconds.',
      }),
      again: (again) => show(c, again),
    })
  })

  web.post(paths.roundBannerAway(':community', ':round'), (c) => {
    const { community, round } = roundWhere(c)
    return pressed(
      c,
      (ctx) => takeBannerAway(ctx, community, round),
      () => ({ to: paths.roundBanner(community, round), notice: 'Taken away. The picture is gone from here.' }),
    )
  })

  web.get(paths.bannerFile(':community', ':round', ':file'), async (c) => {
    const uid = (c.req.param('file') ?? '').replace(/\.\w+$/, '')
    const { bytes, type } = await openBannerFile(c.get('ctx'), roundWhere(c), uid)
    // Another banner has other addresses.
    return new Response(bytes, {
      headers: { 'content-type': type, 'cache-control': 'private, max-age=31536000, immutable' },
    })
  })
}

const asked = { leastWidth: LEAST_WIDTH, kinds: ['image/jpeg', 'image/png', 'image/webp'] } as const

/** Each is decoded, kept whole and drawn anew in several sizes. */
const PICTURES = { tries: 10, perSeconds: 1_200 }

function countPicture(c: WebContext): void {
  const { rates, ctx } = c.var
  if (ctx.viewer.kind === 'person') rates.take(`banner as ${ctx.viewer.account}`, PICTURES, ctx.now())
}

type BannerPageProps = {
  readonly round: Round
  readonly community: string
  readonly banner: Banner | undefined
  readonly state: Again
  readonly csrf: string
}

function BannerPage({ round, community, banner, state, csrf }: BannerPageProps) {
  const to = paths.roundBanner(community, round.slug)
  return (
    <>
      <Kicker>{round.name}</Kicker>
      <h1>Banner</h1>
      <p class="lede">
        It stands between the masthead and the title, cut to a band: about six times as wide as high, on phones three
        times.
      </p>
      <ErrorSummary errors={errorsOf(state)} except={state.errors.size > 0 ? 'the picture' : undefined} />
      {banner === undefined ? null : <AsItIs banner={banner} community={community} round={round.slug} />}
      <Form to={to} csrf={csrf} isLong>
        <FileField
          name="picture"
          label={banner === undefined ? 'The picture' : 'Another picture'}
          hint={`JPEG, PNG or WebP, up to 10 MB, at least ${LEAST_WIDTH.toLocaleString('en')} pixels wide; 2,880 by 492 are best.`}
          accept="image/jpeg,image/png,image/webp"
          optional={banner !== undefined}
          error={state.errors.get('picture')}
        />
        <FormFields form={bannerForm} state={state} />
        <Buttons>
          <Button>{banner === undefined ? 'Put it up' : 'Save'}</Button>
          <ButtonLink to={paths.round(community, round.slug)} look="plain">
            To the round
          </ButtonLink>
        </Buttons>
      </Form>
      {banner === undefined ? null : (
        <ButtonForm
          to={paths.roundBannerAway(community, round.slug)}
          csrf={csrf}
          label="Take the banner away"
          tone="alarm"
        />
      )}
    </>
  )
}

function AsItIs({ banner, community, round }: { banner: Banner; community: string; round: string }) {
  if (banner.state === 'shown') return <BannerBand banner={banner} community={community} round={round} />
  return banner.state === 'making' ? (
    <Slip>
      <p>The picture is being made ready. Load this page again in a few seconds.</p>
    </Slip>
  ) : (
    <Slip tone="bad">
      <p>
        What came breaks off in the middle, and no banner could be made of it. Please save the picture anew and bring it
        again.
      </p>
    </Slip>
  )
}
