// The pictures of a work for those who make it: bringing one, all of them in their order, those taken away, and one to change.
import { sayMoment } from '#src/kit/date-words.ts'
import { errorsOf } from '#src/platform/web/forms.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { FileField } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head, Slip } from '#src/ui/prose.tsx'
import { altOf } from './alt.ts'
import { OnePicture } from './picture.parts.tsx'
import { pictureForm } from './pictures.form.ts'
import { bringableUntil, type OwnPicture, type OwnPictures } from './pictures.ts'

type Common = { readonly own: OwnPictures; readonly csrf: string }

export function OwnPictureList({ own, zone, again, csrf }: Common & { readonly zone: string; readonly again: Again }) {
  const to = own.state === 'posted' ? paths.work(own.id) : paths.workEdit(own.id)
  return (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(own.id)} dir="auto">
            {own.title}
          </a>
        }
        title="Pictures"
        says="Whoever may see the piece sees its pictures, and nobody else. Only its creators see this page."
        actions={
          <ButtonLink to={to} look="plain">
            {own.state === 'posted' ? 'To the piece' : 'Back to the piece, to post it'}
          </ButtonLink>
        }
      />
      <ErrorSummary errors={errorsOf(again)} except={again.errors.size > 0 ? 'the picture' : undefined} />
      {own.pictures.length === 0 ? null : (
        <section>
          <Head title="In their order" />
          {own.pictures.map((picture, at) => (
            <OneOfThem {...{ own, csrf, picture, number: at + 1 }} isLast={at === own.pictures.length - 1} />
          ))}
        </section>
      )}
      <section>
        <Head title={own.pictures.length === 0 ? 'The first picture' : 'Another picture'} />
        <Bring own={own} again={again} csrf={csrf} />
      </section>
      <Away own={own} zone={zone} csrf={csrf} />
    </>
  )
}

const Bring = ({ own, again, csrf }: Common & { readonly again: Again }) => (
  <Form to={paths.workPictures(own.id)} csrf={csrf} isLong>
    <FileField
      name="picture"
      label="The picture"
      hint="JPEG, PNG, WebP or GIF, up to 10 MB. What the file says besides, as where it was taken, is not kept; of a GIF that moves the first picture is."
      accept="image/jpeg,image/png,image/webp,image/gif"
      error={again.errors.get('picture')}
    />
    <FormFields form={pictureForm} state={again} />
    <Buttons>
      <Button>Bring it</Button>
    </Buttons>
  </Form>
)

type OneProps = Common & { readonly picture: OwnPicture; readonly number: number; readonly isLast: boolean }

function OneOfThem({ own, csrf, picture, number, isLast }: OneProps) {
  const name = `picture ${number}`
  const press = { to: paths.workPicture(own.id, picture.id), csrf, about: name, size: 'small', look: 'quiet' } as const
  return (
    <div class="art-own">
      <Thumb picture={picture} number={number} />
      <Entry
        facts={
          <>
            <span>{picture.stands === 'before' ? 'above the text' : 'in the text'}</span>
            <span>{saidOf(picture)}</span>
          </>
        }
        title={<a href={paths.workPicture(own.id, picture.id)}>Picture {number}</a>}
      >
        {picture.alt === '' ? null : <p dir="auto">{picture.alt}</p>}
        <div class="row">
          <ButtonLink to={paths.workPicture(own.id, picture.id)} look="plain" size="small">
            {picture.alt === '' && !picture.isDecoration ? 'Say what is to be seen' : 'Change'}
            <span class="hush"> {name}</span>
          </ButtonLink>
          {number === 1 ? null : <ButtonForm {...press} fields={{ do: 'up' }} label="Earlier" />}
          {isLast ? null : <ButtonForm {...press} fields={{ do: 'down' }} label="Later on" />}
          <ButtonForm {...press} fields={{ do: 'away' }} label="Take it away" />
        </div>
      </Entry>
    </div>
  )
}

function saidOf({ alt, isDecoration }: OwnPicture): string {
  if (isDecoration) return 'a decoration'
  return alt === '' ? 'not described yet' : 'described'
}

function Thumb({ picture, number }: Pick<OneProps, 'picture' | 'number'>) {
  if (picture.state === 'shown') return <OnePicture picture={picture} number={number} sizes="7rem" />
  return (
    <p class="small soft">
      {picture.state === 'making'
        ? 'Being made ready; load this page again in a few seconds.'
        : 'The file breaks off in the middle. Please save the picture anew and bring it again.'}
    </p>
  )
}

function Away({ own, zone, csrf }: Common & { readonly zone: string }) {
  if (own.away.length === 0) return null
  return (
    <section>
      <Head title="Taken away" aside="for 30 days they can be brought back" />
      {own.away.map((picture) => (
        <Entry
          facts={
            picture.deletedAt === null ? undefined : (
              <span>until {sayMoment(bringableUntil(picture.deletedAt), zone)}</span>
            )
          }
          title={<span dir="auto">{altOf(picture) || 'A decoration'}</span>}
        >
          <ButtonForm
            to={paths.workPicture(own.id, picture.id)}
            csrf={csrf}
            fields={{ do: 'back' }}
            label="Bring it back"
            about={altOf(picture)}
            look="plain"
            size="small"
            icon="undo"
          />
        </Entry>
      ))}
    </section>
  )
}

export function ChangePicture({ own, picture, again, csrf }: Common & { picture: OwnPicture; again: Again }) {
  return (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.workPictures(own.id)} dir="auto">
            Pictures of {own.title}
          </a>
        }
        title="One picture"
      />
      <ErrorSummary errors={errorsOf(again)} />
      <section>
        <figure class="art__one">
          <OnePicture picture={picture} sizes="(min-width: 40rem) 40rem, 100vw" isFirst />
        </figure>
      </section>
      <Form to={paths.workPicture(own.id, picture.id)} csrf={csrf}>
        <FormFields form={pictureForm} state={again} />
        <Buttons>
          <Button name="do" value="save">
            Save
          </Button>
          <ButtonLink to={paths.workPictures(own.id)} look="quiet">
            To the pictures
          </ButtonLink>
        </Buttons>
      </Form>
      <ForTheText picture={picture} />
    </>
  )
}

/** Without scripts, and for whoever writes in Markdown, this is how a picture comes into a text. */
function ForTheText({ picture }: { readonly picture: OwnPicture }) {
  const address = paths.picture(picture.uid)
  const alt = picture.isDecoration ? '' : picture.alt
  const html = `<img src="${address}" alt="${alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
  const markdown = `![${alt.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${address})`
  return (
    <section>
      <Head title="To put it into the text" />
      <Slip>
        <p>Paste this line where the picture is to stand. In HTML:</p>
        <pre class="art-line">{html}</pre>
        <p>In Markdown:</p>
        <pre class="art-line">{markdown}</pre>
      </Slip>
    </section>
  )
}
