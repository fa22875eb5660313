// The pages on which a mod says why a piece is hidden or does not count, the buttons that undo it, and the one that lets a piece through.
import { letPieceThrough } from '#src/fests/posting/mods/letting-through.ts'
import { reasonForm } from '#src/fests/posting/mods/reasons.form.ts'
import { countPieceAgain, discountPiece, hidePiece, unhidePiece } from '#src/fests/posting/mods/rulings.ts'
import { wornBy } from '#src/fests/posting/own/worn.ts'
import { openToCorrect } from '#src/library/works/correcting/corrections.ts'
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'

const idOf = (c: WebContext): number => idFrom(c, 'id')

export function rulingPages(web: Web): void {
  web.get(paths.workHiding(':id'), (c) => ask(c, 'hiding', asFirst))
  web.get(paths.workCounting(':id'), (c) => ask(c, 'counting', asFirst))

  web.post(paths.workHiding(':id'), async (c) => {
    await openToCorrect(c.get('ctx'), idOf(c))
    const notice = 'Hidden for now. Its writer is told why.'
    return (await isUndo(c))
      ? undo(c, unhidePiece, 'It is shown again, with the date it had.')
      : decide(c, 'hiding', hidePiece, notice)
  })

  web.post(paths.workCounting(':id'), async (c) => {
    await openToCorrect(c.get('ctx'), idOf(c))
    return (await isUndo(c))
      ? undo(c, countPieceAgain, 'It counts for its day again.')
      : decide(c, 'counting', discountPiece, 'It does not count for its day. Its writer is told why.')
  })

  web.post(paths.claimLettingThrough(':community', ':round', ':claim'), (c) =>
    pressed(
      c,
      (ctx) => letPieceThrough(ctx, roundWhere(c), idFrom(c, 'claim')),
      ([work]) => ({ to: work === undefined ? claimAt(c) : paths.work(work), notice: 'It is up. Its writer is told.' }),
    ),
  )
}

const claimAt = (c: WebContext): string => paths.claim(roundWhere(c).community, roundWhere(c).round, idFrom(c, 'claim'))

type What = 'hiding' | 'counting'
type Deed = (ctx: Parameters<typeof hidePiece>[0], id: number, reason: string) => Promise<void>

const decide = (c: WebContext, what: What, deed: Deed, notice: string): Promise<Response> =>
  submitted(c, reasonForm, {
    act: (ctx, { reason }) => deed(ctx, idOf(c), reason),
    next: () => ({ to: paths.work(idOf(c)), notice }),
    again: (again) => ask(c, what, again),
  })

const undo = (c: WebContext, deed: typeof unhidePiece, notice: string): Promise<Response> =>
  pressed(
    c,
    (ctx) => deed(ctx, idOf(c)),
    () => ({ to: paths.work(idOf(c)), notice }),
  )

const isUndo = async (c: WebContext): Promise<boolean> => (await readEntries(c)).get('do') === 'undo'

const words = {
  hiding: {
    to: paths.workHiding,
    head: 'Hide it for now',
    says: 'Only its creators and the mods will see it, until a mod shows it again. Nothing of it is lost, and a day that it keeps stays kept.',
    button: 'Hide it for now',
  },
  counting: {
    to: paths.workCounting,
    head: 'Do not count it for its day',
    says: 'It stays up, as an extra. Its claim is again what the clock says, and another piece can be posted for the day. A mod can let it count after all.',
    button: 'Say that it does not count',
  },
} as const

async function ask(c: WebContext, what: What, again: Again): Promise<Response> {
  const { id, fields } = await openToCorrect(c.get('ctx'), idOf(c))
  const { to, head, says, button } = words[what]
  const main = (
    <>
      <h1>
        {head}: {fields.title}
      </h1>
      <p class="lede">{says}</p>
      {again.refusal && again.refusal.about === undefined ? (
        <RefusalSlip sentence={again.refusal.sentence} csrf={c.get('csrf')} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <Form to={to(id)} csrf={c.get('csrf')}>
        <FormFields form={reasonForm} state={again} />
        <Buttons>
          <Button look="plain" tone="alarm">
            {button}
          </Button>
          <ButtonLink to={paths.work(id)} look="plain">
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
  const worn = await wornBy(c.get('ctx'), id)
  return c.get('show')({ title: `${head}: ${fields.title}`, main, status: statusOf(again), ...worn })
}
