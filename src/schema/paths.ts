// Every address, in one place: a lower feature can link to a higher page without importing it.
// Given ':name' instead of a value, each of these is the pattern that a page listens on.

const round = (community: string, slug: string): string => `/c/${community}/rounds/${slug}`

const claim = (community: string, slug: string, id: number | string): string => `${round(community, slug)}/claims/${id}`

const announcement = (community: string, id: number | string): string => `/c/${community}/announcements/${id}`

export const paths = {
  home: '/',
  health: '/healthz',
  setUp: '/set-up',
  signIn: '/sign-in',
  signOut: '/sign-out',
  join: '/join',
  paper: '/paper',
  zone: '/zone',
  adult: '/adult',
  outbox: '/outbox',
  mine: '/mine',
  static: '/static',
  fandoms: '/fandoms',
  fandom: (slug: string): string => `/fandoms/${slug}`,
  fandomWorks: (slug: string): string => `/fandoms/${slug}/works`,
  communities: '/communities',
  newCommunity: '/communities/new',
  community: (slug: string): string => `/c/${slug}`,
  members: (slug: string): string => `/c/${slug}/members`,
  member: (slug: string, id: number | string): string => `/c/${slug}/members/${id}`,
  memberRemoval: (slug: string, id: number | string): string => `/c/${slug}/members/${id}/removal`,
  ban: (slug: string, id: number | string): string => `/c/${slug}/bans/${id}`,
  joining: (slug: string): string => `/c/${slug}/joining`,
  leaving: (slug: string): string => `/c/${slug}/leaving`,
  joinRequests: (slug: string): string => `/c/${slug}/requests`,
  joinRequest: (slug: string, id: number | string): string => `/c/${slug}/requests/${id}`,
  headerTemplate: (slug: string): string => `/c/${slug}/header`,
  houseHeaderTemplate: (slug: string): string => `/c/${slug}/header/back-to-the-house`,
  invitations: (slug: string): string => `/c/${slug}/invitations`,
  invitation: (slug: string): string => `/c/${slug}/invitation`,
  communitySettings: (slug: string): string => `/c/${slug}/settings`,
  communityFeed: (slug: string): string => `/c/${slug}/feed.atom`,
  announcements: (slug: string): string => `/c/${slug}/announcements`,
  newAnnouncement: (slug: string): string => `/c/${slug}/announcements/new`,
  announcement,
  announcementEdit: (slug: string, id: number | string): string => `${announcement(slug, id)}/edit`,
  announcementPlace: (slug: string, id: number | string): string => `${announcement(slug, id)}/place`,
  announcementTakingDown: (slug: string, id: number | string): string => `${announcement(slug, id)}/taking-down`,
  newRound: (community: string): string => `/c/${community}/rounds/new`,
  round,
  roundDays: (community: string, slug: string): string => `${round(community, slug)}/days`,
  roundOpening: (community: string, slug: string): string => `${round(community, slug)}/opening`,
  roundChoices: (community: string, slug: string): string => `${round(community, slug)}/choices`,
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
  dayTaking: (community: string, slug: string, id: number | string): string =>
    `${round(community, slug)}/days/${id}/taking`,
  accountLeaving: '/account/leaving',
  leavingLastWord: '/account/leaving/last-word',
  goodbye: '/goodbye',
  comingBack: '/coming-back',
  nameTakingOver: '/names/taking-over',
  nameInvitation: '/names/invitation',
  reservedNames: (community: string): string => `/c/${community}/names`,
  reservedNameLink: (community: string, id: number | string): string => `/c/${community}/names/${id}/link`,
  accountNames: '/account/names',
  accountNamesIn: '/account/names/in-communities',
  accountNameFirst: (id: number | string): string => `/account/names/${id}/first`,
  accountNameAway: (id: number | string): string => `/account/names/${id}/putting-away`,
  accountNameBack: (id: number | string): string => `/account/names/${id}/bringing-back`,
  accountNameGone: (id: number | string): string => `/account/names/${id}/letting-go`,
} as const

/** An address with what should be asked of it. */
export function asking(path: string, query: Readonly<Record<string, string>>): string {
  const words = new URLSearchParams(query).toString()
  return words === '' ? path : `${path}?${words}`
}
