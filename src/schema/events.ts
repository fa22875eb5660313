// Everything that can be announced: facts in the past tense, with ids only. Reactions of higher features follow them.

export type Event =
  | { readonly name: 'site.set-up'; readonly account: number }
  | { readonly name: 'site.renamed'; readonly account: number }
  | { readonly name: 'account.joined'; readonly account: number }
  | { readonly name: 'account.closed'; readonly account: number }
  | { readonly name: 'account.reopened'; readonly account: number }
  | { readonly name: 'account.erased'; readonly account: number }
  | { readonly name: 'account.confirmed'; readonly account: number }
  | { readonly name: 'account.vouched'; readonly account: number }
  | { readonly name: 'community.founded'; readonly community: number; readonly account: number }
  | { readonly name: 'community.changed'; readonly community: number }
  | { readonly name: 'member.joined'; readonly community: number; readonly account: number }
  | { readonly name: 'name.taken-over'; readonly penName: number; readonly account: number }
  | { readonly name: 'member.renamed'; readonly community: number; readonly account: number }
  | MemberTurn<'member.asked' | 'member.answered' | 'member.changed' | 'member.left' | 'member.removed' | 'ban.lifted'>
  | { readonly name: 'letter.written'; readonly letter: number }
  | { readonly name: 'announcement.posted'; readonly announcement: number; readonly community: number }
  | { readonly name: 'announcement.changed'; readonly announcement: number; readonly community: number }
  | { readonly name: 'community.header-changed'; readonly community: number }
  | { readonly name: 'canon.imported'; readonly fandom: number }
  | { readonly name: 'work.drafted'; readonly work: number }
  | { readonly name: 'work.revised'; readonly work: number }
  | { readonly name: 'work.cleaned'; readonly work: number }
  | { readonly name: 'work.set'; readonly work: number }
  | { readonly name: 'work.pictured'; readonly work: number }
  | { readonly name: 'work.scheduled'; readonly work: number }
  | { readonly name: 'work.posted'; readonly work: number }
  | { readonly name: 'work.withdrawn'; readonly work: number }
  | { readonly name: 'work.hidden'; readonly work: number }
  | { readonly name: 'work.unhidden'; readonly work: number }
  | { readonly name: 'work.corrected'; readonly work: number; readonly correction: number }
  | { readonly name: 'work.answered'; readonly work: number; readonly round: number }
  | { readonly name: 'ask.made'; readonly work: number; readonly ask: number }
  | { readonly name: 'ask.answered'; readonly work: number; readonly ask: number }
  | { readonly name: 'series.changed'; readonly series: number }
  | { readonly name: 'chapter.posted'; readonly work: number; readonly chapter: number }
  | { readonly name: 'round.planned'; readonly round: number }
  | { readonly name: 'round.changed'; readonly round: number }
  | { readonly name: 'round.opened'; readonly round: number }
  | { readonly name: 'round.deleted'; readonly round: number }
  | { readonly name: 'round.restored'; readonly round: number }
  | { readonly name: 'claim.made'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'claim.moved'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'claim.given-back'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'claim.taken-back'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'claim.said-later'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'holder.renamed'; readonly round: number }
  | { readonly name: 'claim.turned'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'claim.set'; readonly claim: number; readonly round: number; readonly turn: number }
  | { readonly name: 'ruling.made'; readonly work: number; readonly ruling: number }
  | { readonly name: 'ruling.lifted'; readonly work: number; readonly ruling: number }

/** `turn` is its line in the log of members, which says the rest. */
type MemberTurn<Name extends string> = {
  readonly name: Name
  readonly community: number
  readonly account: number
  readonly turn: number
}

export type EventName = Event['name']

/** What a change touched, as words such as `round:4`; caches and followers listen for these. */
export function touchedBy(event: Event): string[] {
  const { name, ...ids } = event
  return [...Object.entries(ids).map(([what, id]) => `${what}:${id}`), ...(wider[name] ?? [])]
}

/** `works` is what lists hold, so what comes into one or goes out of it; `frame` is what stands around every page. */
const wider: { readonly [Name in EventName]?: readonly string[] } = {
  'work.posted': ['works'],
  'work.revised': ['works'],
  'work.cleaned': ['works'],
  'work.set': ['works'],
  'work.pictured': ['works'],
  'work.scheduled': ['works'],
  'work.withdrawn': ['works'],
  'work.hidden': ['works'],
  'work.unhidden': ['works'],
  'work.answered': ['works'],
  'chapter.posted': ['works'],
  'series.changed': ['works'],
  'ask.answered': ['works'],
  'site.set-up': ['frame'],
  'site.renamed': ['frame'],
  'community.founded': ['frame'],
  'community.changed': ['frame'],
}
