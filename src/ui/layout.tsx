// The frame of every page: masthead, what was said, the page itself, the foot. A whole document, made of data alone.
import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Reading } from '#src/kit/reading.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { HiddenField } from '#src/ui/forms.tsx'
import { hueIn, type Ink } from '#src/kit/colours/inks.ts'
import { Icon, Roundel, Sprite } from '#src/ui/marks.tsx'
import type { IconName } from '#src/ui/marks.tsx'
import { Notice } from '#src/ui/prose.tsx'

export type NavWord = { readonly label: string; readonly to: string }

export type Frame = {
  readonly siteName: string
  readonly nav: readonly NavWord[]
  /** At the right of the masthead; search and bell show their icon alone, with a hidden word. */
  readonly end: readonly (NavWord & { readonly icon?: IconName | undefined })[]
  /** `signOut` is the address that a press of the button posts to. */
  readonly signedIn?:
    | { readonly name: string; readonly account?: string; readonly signOut: string; readonly csrf: string }
    | undefined
  readonly zone: {
    readonly name: string
    readonly place: string
    readonly chosen: 'account' | 'device' | 'page' | 'none'
  }
  readonly csrf?: string | undefined
  /** The page being read, so that a choice made in its foot leads back to it. */
  readonly path: string
}

export type Assets = {
  readonly css: string
  readonly js: string
  readonly favicon: string
  readonly preloads?: readonly string[] | undefined
}

export type LayoutProps = {
  readonly title: string
  readonly frame: Frame
  readonly assets: Assets
  readonly ink?: Ink | undefined
  /** Nothing moves what is being read, and a story tells no times. */
  readonly isStory?: boolean | undefined
  readonly banner?: Child
  /** Those of the rounds that the page lists. */
  readonly inks?: readonly (string | undefined)[] | undefined
  /** How the reader reads; it has nothing to do with whose page it is. */
  readonly reading?: Reading | undefined
  readonly notice?: string | undefined
  /** The address of the word in the masthead under which this page is filed. */
  readonly here?: string | undefined
  /** Where a feed of this page is found. */
  readonly feed?: string | undefined
  /** What is said of the whole site, before its masthead. */
  readonly above?: Child
}

export function Layout(props: PropsWithChildren<LayoutProps>) {
  const { frame, reading = {} } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en" class={props.ink ? `ink-${props.ink}` : undefined} {...dataOf(reading)}>
        <Machine {...props} siteName={frame.siteName} />
        <body>
          <a class="skip" href="#main">
            Skip to the page
          </a>
          <Sprite />
          {props.above}
          <Masthead frame={frame} here={props.here} banner={props.banner} />
          {frame.zone.chosen === 'none' && props.isStory !== true ? <TimesHere frame={frame} /> : null}
          {props.notice ? (
            <div class="wrap said">
              <Notice says={props.notice} />
            </div>
          ) : null}
          <main id="main" class="wrap">
            {props.children}
          </main>
          <Foot frame={frame} paper={reading.paper} />
        </body>
      </html>
    </>
  )
}

/** Before anything is painted, and without scripts: styles go by these attributes. */
const dataOf = (reading: Reading): Record<string, string> =>
  Object.fromEntries(Object.entries(reading).map(([part, choice]) => [`data-${part}`, choice]))

/** The twelve inks are in the one style sheet; a colour of a round's own has a small one for itself. */
const ownInks = (named: readonly (string | undefined)[]): string[] =>
  [...new Set(named)].flatMap((ink) => (ink !== undefined && hueIn(ink) !== undefined ? [ink] : []))

/** What only browsers read. */
function Machine(
  props: Pick<LayoutProps, 'title' | 'assets' | 'reading' | 'feed' | 'ink' | 'inks'> & { siteName: string },
) {
  const { title, siteName, assets, feed } = props
  const paper = props.reading?.paper
  const scheme = paper === 'dark' ? 'dark' : paper ? 'light' : 'light dark'
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={scheme} />
      <title>{title === siteName ? siteName : `${title} · ${siteName}`}</title>
      {assets.preloads?.map((face) => (
        <link rel="preload" href={face} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      {ownInks([props.ink, ...(props.inks ?? [])]).map((ink) => (
        <link rel="stylesheet" href={paths.inkSheet(ink)} />
      ))}
      {feed ? <link rel="alternate" type="application/atom+xml" title={title} href={feed} /> : null}
      <link rel="icon" href={assets.favicon} type="image/svg+xml" />
      <script type="module" src={assets.js}></script>
    </head>
  )
}

function Masthead({ frame, here, banner }: { frame: Frame; here: string | undefined; banner: Child }) {
  return (
    <header>
      <div class="mast">
        <div class="wrap mast__in">
          <a class="wordmark" href={paths.home}>
            <Roundel /> {frame.siteName}
          </a>
          <nav aria-label="Main">
            <ul>
              {frame.nav.map((word) => (
                <li>
                  <a
                    href={word.to}
                    aria-current={word.to === here ? (word.to === frame.path ? 'page' : 'true') : undefined}
                  >
                    {word.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="mast__end">
            {frame.end.map((word) => (
              <EndWord {...word} />
            ))}
            {frame.signedIn ? <SignedIn {...frame.signedIn} /> : null}
          </div>
        </div>
      </div>
      {banner ?? null}
    </header>
  )
}

function EndWord({ label, to, icon }: NavWord & { icon?: IconName | undefined }) {
  const isAlone = icon === 'search' || icon === 'bell'
  return (
    <a href={to}>
      {icon ? <Icon name={icon} /> : null}
      <span class={isAlone ? 'hush' : undefined}>{label}</span>
    </a>
  )
}

type SignedInProps = { name: string; account?: string; signOut: string; csrf: string }

/** A phone has no room for all of it: there one signs out on the page of the account. */
function SignedIn({ name, account, signOut, csrf }: SignedInProps) {
  return (
    <>
      <a class="who" href={account ?? paths.account}>
        <Icon name="feather" />
        <span class="wide-only">
          <span class="hush">Signed in as</span> {name}
        </span>
        <span class="narrow-only">
          You <span class="hush">and your account</span>
        </span>
      </a>
      <form class="wide-only" method="post" action={signOut}>
        <HiddenField name="_csrf" value={csrf} />
        <button type="submit">Sign out</button>
      </form>
    </>
  )
}

const papers = [
  ['light', 'light'],
  ['sepia', 'sepia'],
  ['dark', 'dark'],
  ['system', 'as the system'],
] as const

function Foot({ frame, paper }: { frame: Frame; paper: string | undefined }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <div class="foot__in">
          <ZoneRemark frame={frame} />
          <form class="paper" method="post" action={paths.paper} aria-label="Paper">
            <HiddenField name="_csrf" value={frame.csrf} />
            <HiddenField name="back" value={frame.path} />
            <Icon name="book-open" />
            <span>Paper:</span>
            {papers.map(([value, word]) => (
              <button type="submit" name="paper" value={value} aria-pressed={String(value === (paper ?? 'system'))}>
                {word}
              </button>
            ))}
            <a href={asking(paths.reading, { back: frame.path })}>reading settings</a>
          </form>
        </div>
      </div>
    </footer>
  )
}

/** The script shows it on somebody’s first page, where the device lives by another clock: from the next page on ours is told. */
function TimesHere({ frame: { zone, path } }: { frame: Frame }) {
  return (
    <aside class="wrap small soft times-here no-print" aria-label="Times" data-zone-here={zone.name} hidden>
      Times on this page are as in {zone.place}. <a href={path}>Show them as they are where you are</a>
    </aside>
  )
}

function ZoneRemark({ frame }: { frame: Frame }) {
  const { chosen, place } = frame.zone
  return (
    <p>
      <span class="it">{frame.siteName}</span> · Times in {place} ·{' '}
      <a href={asking(paths.zone, { back: frame.path })}>
        {chosen === 'none' ? 'choose your own' : 'change'}
        <span class="hush"> time zone</span>
      </a>
    </p>
  )
}
