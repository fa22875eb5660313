// Guesses what a paste is written in: HTML when it has tags, Markdown when it has several of its signs, otherwise plain text.

export type Form = 'html' | 'markdown' | 'plain'

const tag =
  /<\/?(?:a|abbr|article|b|big|blockquote|body|br|center|cite|code|del|details|div|dl|em|font|h[1-6]|hr|html|i|img|ins|kbd|li|lj(?:-\w+)?|math|ol|p|pre|q|ruby|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|td|tr|tt|u|ul|iframe|form|input|object|embed|meta|link|template|noscript|video|audio)(?:\s[^<>]{0,2000})?\/?>/i

/** Each is proof enough alone; fiction in plain text has none of them. */
const surely: readonly RegExp[] = [
  /^#{1,6} \S.*[^#\s]/m,
  /(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,500}[^\s*]\*\*(?![\w*])/,
  /\[[^[\]\n]{1,300}\]\((?:https?:|mailto:|\/|#)[^)\s]{0,2000}\)/,
  /^(?:```|> \S)/m,
]
/** Emphasis as people also write it in mails; it is what they mean, so it is read as such. */
const emphasis = /(?<![\w*])\*(?=[^\s*])[^*\n]{0,500}[^\s*]\*(?![\w*])|(?<!\w)_(?=[^\s_])[^_\n]{0,500}[^\s_]_(?!\w)/

export function formOf(text: string): Form {
  if (tag.test(text)) return 'html'
  return surely.some((sign) => sign.test(text)) || emphasis.test(text) ? 'markdown' : 'plain'
}
