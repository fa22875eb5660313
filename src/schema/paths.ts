// Every address, in one place: a lower feature can link to a higher page without importing it.
// Given ':name' instead of a value, each of these is the pattern that a page listens on.

const round = (community: string, slug: string): string => `/c/${community}/rounds/${slug}`

const claim = (community: string, slug: string, id: number | string): string => `${round(community, slug)}/claims/${id}`

export const paths = {
  home: '/',
  health: '/healthz',
  setUp: '/set-up',
  signIn: '/sign-in',
  signOut: '/sign-out',
  join: '/join',
  paper: '/paper',
  reading: '/reading',
  zone: '/zone',
  outbox: '/outbox',
  demo: (key: string, part: string): string => `/demo/${key}/${part}`,
  mine: '/mine',
  static: '/static',
  inks: '/inks',
  inkSheet: (ink: string): string => `/inks/${ink}.css`,
  fandoms: '/fandoms',
  fandom: (slug: string): string => `/fandoms/${slug}`,
  fandomWorks: (slug: string): string => `/fandoms/${slug}/works`,
  newCommunity: '/communities/new',
  community: (slug: string): string => `/c/${slug}`,
  members: (slug: string): string => `/c/${slug}/members`,
  headerTemplate: (slug: string): string => `/c/${slug}/header`,
  houseHeaderTemplate: (slug: string): string => `/c/${slug}/header/back-to-the-house`,
  invitations: (slug: string): string => `/c/${slug}/invitations`,
  newRound: (community: string): string => `/c/${community}/rounds/new`,
  round,
  roundDays: (community: string, slug: string): string => `${round(community, slug)}/days`,
  roundOpening: (community: string, slug: string): string => `${round(community, slug)}/opening`,
  roundChoices: (community: string, slug: string): string => `${round(community, slug)}/choices`,
  roundBanner: (community: string, slug: string): string => `${round(community, slug)}/banner`,
  roundBannerAway: (community: string, slug: string): string => `${round(community, slug)}/banner/taking-away`,
  bannerFile: (community: string, slug: string, file: string): string => `${round(community, slug)}/banner/${file}`,
  roundDeletion: (community: string, slug: string): string => `${round(community, slug)}/deletion`,
  desk: (community: string): string => `/c/${community}/desk`,
  deletedRounds: (community: string): string => `/c/${community}/deleted-rounds`,
  roundFeed: (community: string, slug: string): string => `${round(community, slug)}/feed.atom`,
  masterlist: (community: string, slug: string): string => `${round(community, slug)}/masterlist`,
  masterlistCopy: (community: string, slug: string): string => `${round(community, slug)}/masterlist/copy`,
  post: (community: string, slug: string): string => `${round(community, slug)}/post`,
  work: (id: number | string): string => `/works/${id}`,
  workEdit: (id: number | string): string => `/works/${id}/edit`,
  workHistory: (id: number | string): string => `/works/${id}/history`,
  workTakingDown: (id: number | string): string => `/works/${id}/taking-down`,
  workCorrection: (id: number | string): string => `/works/${id}/correction`,
  workPuttingBack: (id: number | string): string => `/works/${id}/putting-back`,
  workHiding: (id: number | string): string => `/works/${id}/hiding`,
  workCounting: (id: number | string): string => `/works/${id}/counting`,
  workForItsDay: (id: number | string): string => `/works/${id}/for-its-day`,
  workAnswer: (id: number | string): string => `/works/${id}/answer`,
  workEpub: (id: number | string): string => `/works/${id}/download.epub`,
  claims: (community: string, slug: string): string => `${round(community, slug)}/claims`,
  claimForAnother: (community: string, slug: string): string => `${round(community, slug)}/claims/for-another`,
  claim,
  claimDay: (community: string, slug: string, id: number | string): string => `${claim(community, slug, id)}/day`,
  claimLater: (community: string, slug: string, id: number | string): string => `${claim(community, slug, id)}/later`,
  claimGivingBack: (community: string, slug: string, id: number | string): string =>
    `${claim(community, slug, id)}/giving-back`,
  claimState: (community: string, slug: string, id: number | string): string => `${claim(community, slug, id)}/state`,
  claimLettingThrough: (community: string, slug: string, id: number | string): string =>
    `${claim(community, slug, id)}/letting-through`,
  claimTakingBack: (community: string, slug: string, id: number | string): string =>
    `${claim(community, slug, id)}/taking-back`,
} as const

/** An address with what should be asked of it. */
export function asking(path: string, query: Readonly<Record<string, string>>): string {
  const words = new URLSearchParams(query).toString()
  return words === '' ? path : `${path}?${words}`
}
