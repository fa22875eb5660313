// A mail as a page: one column on paper, with colours written out, because mail programs know no style sheet of ours.
import { escapeXml, xml, xmlText } from '#src/kit/xml.ts'
import type { Letter } from './letter.ts'

const serif = "Charter, 'Iowan Old Style', Georgia, serif"

const light = { paper: '#fbf9f4', ink: '#1f2536', quiet: '#474c5b', spot: '#17605a' }
const dark = { paper: '#161922', ink: '#e7e1d5', quiet: '#bbb6ab', spot: '#80c6ba' }

/** Programs that look at no style sheet have the light colours from the elements themselves. */
const night = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  `.paper{background:${dark.paper}!important;color:${dark.ink}!important}`,
  `.quiet{color:${dark.quiet}!important}.rule{border-color:${dark.ink}!important}`,
  `a{color:${dark.spot}!important}`,
  '}',
].join('')

const styles = {
  body: `margin:0;padding:0;background:${light.paper};color:${light.ink}`,
  column: `max-width:34em;margin:0 auto;padding:24px 16px;font:17px/1.6 ${serif};color:${light.ink}`,
  heading: `margin:0 0 8px;font-style:italic;font-size:19px`,
  rule: `border:0;border-top:3px solid ${light.ink};border-bottom:1px solid ${light.ink};height:3px;margin:0 0 20px`,
  paragraph: `margin:0 0 14px`,
  link: `margin:22px 0 4px;font-size:18px;font-weight:bold`,
  address: `margin:0 0 22px;font-size:14px;word-break:break-all;color:${light.quiet}`,
  foot: `margin:28px 0 0;font-size:14px;line-height:1.5;color:${light.quiet}`,
  a: `color:${light.spot}`,
}

export function letterHtml(letter: Letter): string {
  const { heading, link } = letter
  const parts = [
    xmlText('p', heading ?? letter.site, { style: styles.heading }),
    `<div class="rule" style="${styles.rule}"></div>`,
    ...letter.paragraphs.map((text) => xml('p', { style: styles.paragraph }, lines(text))),
    ...(link ? [button(link)] : []),
    foot(letter),
  ]
  const column = xml('div', { class: 'paper', style: styles.column, lang: 'en' }, ...parts)
  return `<!doctype html>\n${xml('html', { lang: 'en' }, head(letter.subject), xml('body', { class: 'paper', style: styles.body }, column))}\n`
}

const head = (subject: string): string =>
  [
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    xmlText('title', subject),
    `<style>${night}</style></head>`,
  ].join('')

const lines = (text: string): string => escapeXml(text).replaceAll('\n', '<br>')

/** Its address stands beneath, for programs that show no links and readers who like to see where one leads. */
const button = ({ label, address }: { label: string; address: string }): string =>
  [
    xml('p', { style: styles.link }, xmlText('a', label, { href: address, style: styles.a })),
    xmlText('p', address, { class: 'quiet', style: styles.address }),
  ].join('')

function foot({ site, why, stop }: Letter): string {
  const ending =
    stop === undefined ? '' : `<br>${xmlText('a', 'Stop mails like this one', { href: stop, style: styles.a })}`
  return xml('p', { class: 'quiet', style: styles.foot }, `${xmlText('i', site)} · ${escapeXml(why)}${ending}`)
}
