// A picture of the work into its text: one that is here already, or one that is brought now.
import type { EditorView } from 'prosemirror-view'
import { make, pressable } from '#src/browser/keeping/elements.ts'
import { schema } from '../schema.ts'
import type { PanelHolder } from './panels.ts'

type Choice = { readonly address: string; readonly alt: string; readonly name: string; readonly isReady: boolean }

export type Site = { readonly to: string; readonly csrf: string }

const unread = 'The site did not answer. The text is as it was.'

export function choosePicture(view: EditorView, panels: PanelHolder, site: Site): void {
  const told = make('p', { class: 'small', role: 'status' }, 'Looking for the pictures of this piece …')
  const choices = make('ul', { class: 'rt__pictures' })
  const put = ({ address, alt }: Pick<Choice, 'address' | 'alt'>): void => {
    const image = schema.nodes.image.create({ kept: { src: address, alt } })
    view.dispatch(view.state.tr.replaceSelectionWith(image, false).scrollIntoView())
    panels.close()
    view.focus()
  }
  const file = make('input', {
    type: 'file',
    class: 'input input--file',
    accept: 'image/png,image/jpeg,image/webp,image/gif',
  })
  const alt = make('textarea', { class: 'input', rows: '2' })
  const bring = pressable('Bring it and put it in', 'btn btn--plain btn--small', () => void bringIt())
  let isBusy = false
  const bringIt = async (): Promise<void> => {
    const [chosen] = file.files ?? []
    if (isBusy) return
    if (!chosen) return void (told.textContent = 'Please choose a picture.')
    isBusy = true
    told.textContent = 'Bringing it …'
    try {
      const brought = await bringTo(site, chosen, alt.value.trim())
      if (typeof brought === 'string') told.textContent = brought
      else put(brought)
    } catch {
      told.textContent = unread
    }
    isBusy = false
  }
  const panel = make(
    'div',
    { class: 'rt__panel', role: 'group', 'aria-label': 'A picture in the text' },
    told,
    choices,
    make('label', { class: 'rt__field' }, make('span', {}, 'Another picture'), file),
    make(
      'label',
      { class: 'rt__field' },
      make('span', {}, 'What is to be seen on it'),
      make('span', { class: 'hint' }, 'For those who do not see it. If it shows words, write the words.'),
      alt,
    ),
    make('div', { class: 'row' }, bring, pressable('Leave it', 'btn btn--quiet btn--small', panels.close)),
  )
  panels.hold(panel, file)
  void listed(site).then((found) => {
    const ready = found?.filter(({ isReady }) => isReady) ?? []
    told.textContent = found === undefined ? unread : ready.length === 0 ? 'This piece has no pictures yet.' : ''
    choices.replaceChildren(
      ...ready.map((choice) =>
        make(
          'li',
          {},
          choiceButton(choice, () => put(choice)),
        ),
      ),
    )
  })
}

function choiceButton({ address, name }: Choice, press: () => void): HTMLButtonElement {
  const button = pressable(name, 'rt__picture', press)
  button.prepend(make('img', { src: address, alt: '', loading: 'lazy' }))
  return button
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && 'address' in value && 'alt' in value && 'name' in value

async function listed({ to }: Site): Promise<Choice[] | undefined> {
  try {
    const answer = await fetch(`${to}/choice`)
    const found: unknown = answer.ok ? await answer.json() : undefined
    return Array.isArray(found) ? found.filter(isChoice) : undefined
  } catch {
    return undefined
  }
}

/** Made ready it takes a few seconds; until then there is nothing to show. */
const PATIENCE = 30

/** A sentence where it was refused. */
async function bringTo(site: Site, picture: File, alt: string): Promise<Choice | string> {
  const before = new Set((await listed(site))?.map(({ address }) => address))
  const body = new FormData()
  for (const [name, value] of Object.entries({
    _csrf: site.csrf,
    alt,
    purpose: 'picture',
    caption: '',
    stands: 'inside',
  }))
    body.set(name, value)
  body.set('picture', picture)
  const answer = await fetch(site.to, { method: 'POST', body })
  if (!answer.ok) return refusalIn(await answer.text())
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const brought = (await listed(site))?.find(({ address }) => !before.has(address))
    if (brought?.isReady) return brought
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return 'It is here, and takes longer to be made ready. Open this again in a while.'
}

function refusalIn(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const found = page.querySelector('.field .why') ?? page.querySelector('.slip p, .lede')
  return found?.textContent.trim() || unread
}
