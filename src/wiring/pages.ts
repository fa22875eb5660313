// Every page there is, in order.
import { claimPages } from '#src/fests/claims/claims.pages.tsx'
import { confirmingHoldPages } from '#src/fests/claims/unconfirmed/confirming.pages.ts'
import { keyPages } from '#src/fests/claims/keys/key.pages.tsx'
import { writingToHolderPages } from '#src/fests/claims/mods/writing-to-holder.pages.tsx'
import { givingNamePages } from '#src/fests/claims/reserved/giving-name.pages.tsx'
import { takingPages } from '#src/fests/claims/naming/taking.pages.tsx'
import { sayingLaterPages } from '#src/fests/claims/later/saying-later.pages.tsx'
import { answeringPages } from '#src/fests/posting/answers/answering.pages.ts'
import { editingPages } from '#src/fests/posting/editing.pages.tsx'
import { historyPages } from '#src/fests/posting/history/history.pages.tsx'
import { correctingPages } from '#src/fests/posting/mods/correcting.pages.tsx'
import { rulingPages } from '#src/fests/posting/mods/rulings.pages.tsx'
import { headerTemplatePages } from '#src/fests/posting/header/header-template.pages.tsx'
import { forItsDayPages } from '#src/fests/posting/own/for-its-day.pages.tsx'
import { leavingPages } from '#src/fests/posting/leaving/leaving.pages.tsx'
import { typingPages } from '#src/fests/posting/typing/typing.pages.tsx'
import { postingPages } from '#src/fests/posting/posting.pages.tsx'
import { bannerPages } from '#src/fests/rounds/banner/banner.pages.tsx'
import { choicePages } from '#src/fests/rounds/choices/choices.pages.tsx'
import { dayPages } from '#src/fests/rounds/days.pages.tsx'
import { deletionPages } from '#src/fests/rounds/deletion.pages.tsx'
import { roundPages } from '#src/fests/rounds/rounds.pages.tsx'
import { adultPages } from '#src/front/adult/adult.pages.tsx'
import { allCommunitiesPages } from '#src/front/communities.pages.tsx'
import { minePages } from '#src/front/mine/mine.pages.tsx'
import { communityFrontPages } from '#src/front/community.pages.tsx'
import { deskPages } from '#src/front/desk/desk.pages.tsx'
import { fandomBringingPages } from '#src/front/fandom/bringing.pages.tsx'
import { fandomWorksPages } from '#src/front/fandom/fandom-works.pages.tsx'
import { homePages } from '#src/front/home.pages.tsx'
import { copyingPages } from '#src/front/masterlist/copying/copying.pages.tsx'
import { masterlistPages } from '#src/front/masterlist/masterlist.pages.tsx'
import { preferencePages } from '#src/front/preferences.pages.tsx'
import { readingPages } from '#src/front/reading/reading.pages.tsx'
import { roundFrontPages } from '#src/front/round.pages.tsx'
import { copyingWorkPages } from '#src/front/work/copying/copying.pages.tsx'
import { seenPages } from '#src/front/seen/seen.pages.ts'
import { workPages } from '#src/front/work/work.pages.tsx'
import { chapterWritingPages } from '#src/front/work/writing/chapter.pages.tsx'
import { chapterHistoryPages } from '#src/front/work/writing/chapter-history.pages.tsx'
import { downloadPages } from '#src/interchange/downloads/downloads.pages.ts'
import { announcementFeedPages } from '#src/interchange/feeds/announcements.pages.ts'
import { feedPages } from '#src/interchange/feeds/feeds.pages.ts'
import { answeringAsksPages } from '#src/library/works/asks/answering.pages.tsx'
import { peoplePages } from '#src/library/works/asks/people.pages.tsx'
import { seriesPagePages } from '#src/front/series/series-page.pages.tsx'
import { seriesPages } from '#src/library/works/series/series.pages.tsx'
import { pictureFilePages } from '#src/library/works/pictures/picture-files.pages.ts'
import { picturesPages } from '#src/library/works/pictures/pictures.pages.tsx'
import { recordingsPages } from '#src/library/works/recordings/recordings.pages.tsx'
import { wishesPages } from '#src/library/works/wishes/wishes.pages.tsx'
import { datingPages } from '#src/library/works/dating/dating.pages.tsx'
import { ownChapterPages } from '#src/library/works/chapters/own-chapters.pages.tsx'
import { canonPages } from '#src/library/canon/canon.pages.tsx'
import { healthPages } from '#src/moderation/instance/health.pages.ts'
import { outboxPages } from '#src/moderation/instance/outbox.pages.tsx'
import { setUpPages } from '#src/moderation/instance/set-up.pages.tsx'
import { sitePages } from '#src/moderation/instance/site.pages.tsx'
import { joinPages } from '#src/people/accounts/join.pages.tsx'
import { byMailPages } from '#src/people/accounts/mailed/by-mail.pages.tsx'
import { accountPages } from '#src/people/accounts/own/account.pages.tsx'
import { changingPages } from '#src/people/accounts/own/changing.pages.tsx'
import { mailsPages } from '#src/people/accounts/own/mails.pages.tsx'
import { sessionPages } from '#src/people/accounts/own/sessions.pages.tsx'
import { signInPages } from '#src/people/accounts/sign-in.pages.tsx'
import { announcementPages } from '#src/people/communities/announcements/announcements.pages.tsx'
import { writingPages } from '#src/people/communities/announcements/writing.pages.tsx'
import { confirmingPages } from '#src/people/accounts/sign-up/confirming.pages.tsx'
import { signUpPages } from '#src/people/accounts/sign-up/sign-up.pages.tsx'
import { signUpsPages } from '#src/people/accounts/sign-up/sign-ups.pages.tsx'
import { communityPages } from '#src/people/communities/communities.pages.tsx'
import { namePages } from '#src/people/communities/names/names.pages.tsx'
import { invitationPages } from '#src/people/communities/joining/invitations.pages.tsx'
import { openInvitationPages } from '#src/people/communities/joining/open-invitations.pages.tsx'
import { joiningPages } from '#src/people/communities/joining/joining.pages.tsx'
import { leavingCommunityPages } from '#src/people/communities/joining/leaving.pages.tsx'
import { letterPages } from '#src/people/communities/letters/letters.pages.tsx'
import { writingLetterPages } from '#src/people/communities/letters/writing.pages.tsx'
import { membersPages } from '#src/people/communities/members/members.pages.tsx'
import { oneMemberPages } from '#src/people/communities/members/one-member.pages.tsx'
import { settingsPages } from '#src/people/communities/settings/settings.pages.tsx'
import type { Web } from '#src/platform/web/web.ts'

export const pages: readonly ((web: Web) => void)[] = [
  healthPages,
  homePages,
  minePages,
  setUpPages,
  sitePages,
  outboxPages,
  signInPages,
  joinPages,
  signUpPages,
  signUpsPages,
  confirmingPages,
  byMailPages,
  accountPages,
  changingPages,
  sessionPages,
  mailsPages,
  preferencePages,
  readingPages,
  adultPages,
  communityPages,
  namePages,
  allCommunitiesPages,
  joiningPages,
  leavingCommunityPages,
  invitationPages,
  openInvitationPages,
  membersPages,
  oneMemberPages,
  writingLetterPages,
  letterPages,
  settingsPages,
  writingPages,
  announcementPages,
  canonPages,
  fandomBringingPages,
  fandomWorksPages,
  seenPages,
  communityFrontPages,
  deskPages,
  roundPages,
  deletionPages,
  dayPages,
  choicePages,
  bannerPages,
  roundFrontPages,
  masterlistPages,
  copyingPages,
  claimPages,
  confirmingHoldPages,
  writingToHolderPages,
  takingPages,
  givingNamePages,
  keyPages,
  headerTemplatePages,
  sayingLaterPages,
  postingPages,
  leavingPages,
  editingPages,
  historyPages,
  typingPages,
  correctingPages,
  rulingPages,
  forItsDayPages,
  answeringPages,
  datingPages,
  wishesPages,
  picturesPages,
  recordingsPages,
  pictureFilePages,
  seriesPages,
  seriesPagePages,
  peoplePages,
  answeringAsksPages,
  chapterWritingPages,
  chapterHistoryPages,
  ownChapterPages,
  workPages,
  copyingWorkPages,
  downloadPages,
  feedPages,
  announcementFeedPages,
]
