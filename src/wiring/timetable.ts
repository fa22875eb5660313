// Every recurring job, on one page: each asks the database what is due now, so a moved date needs no other change.
import { turnDueClaims } from '#src/fests/claims/claim-sweep.ts'
import { forgetOldKeys } from '#src/fests/claims/keys/keys.ts'
import { giveBackLapsed } from '#src/fests/claims/unconfirmed/lapsing.ts'
import { putUpDueWorks } from '#src/fests/posting/going-up.ts'
import { eraseOldRounds } from '#src/fests/posting/round-erasure.ts'
import { eraseWhoLeft } from '#src/fests/posting/leaving/leaving.ts'
import { eraseDeletedChapters } from '#src/library/works/chapters/chapters.ts'
import { eraseDeletedSeries } from '#src/library/works/series/series.ts'
import { erasePicturesAway } from '#src/library/works/pictures/pictures.ts'
import { cleanOldTexts } from '#src/library/works/cleaning/cleaning-anew.ts'
import { rereadSettings } from '#src/library/works/setting/rereading.ts'
import { forgetExpiredSessions } from '#src/people/accounts/sign-in.ts'
import { forgetOldLinks } from '#src/people/accounts/mailed/mailed-links.ts'
import { cleanOldWords } from '#src/people/communities/cleaning/cleaning-anew.ts'
import type { Sweep } from '#src/platform/jobs/job.ts'

export const timetable: readonly Sweep[] = [
  // What a date promises is done at most ten seconds after its minute; pieces first, because claims are turned by what is up.
  { name: 'pieces whose time has come', everySeconds: 5, run: putUpDueWorks },
  { name: 'days held for people of whom nothing is known', everySeconds: 5, run: giveBackLapsed },
  { name: 'claims whose time has come', everySeconds: 5, run: turnDueClaims },
  // Until then they are cleaned whenever they are shown, so nobody waits for it.
  { name: 'texts that an older sanitiser cleaned', everySeconds: 10, run: cleanOldTexts },
  { name: 'rules and announcements that an older sanitiser cleaned', everySeconds: 60, run: cleanOldWords },
  { name: 'settings that an older reader read', everySeconds: 10, run: rereadSettings },
  { name: 'rounds deleted thirty days ago', everySeconds: 3_600, run: eraseOldRounds },
  { name: 'chapters deleted thirty days ago', everySeconds: 3_600, run: eraseDeletedChapters },
  { name: 'series deleted thirty days ago', everySeconds: 3_600, run: eraseDeletedSeries },
  { name: 'pictures taken away thirty days ago', everySeconds: 3_600, run: erasePicturesAway },
  { name: 'people who left thirty days ago', everySeconds: 3_600, run: eraseWhoLeft },
  { name: 'sessions that are over', everySeconds: 3_600, run: forgetExpiredSessions },
  { name: 'mailed links that are over', everySeconds: 3_600, run: forgetOldLinks },
  { name: 'addresses of rounds that are long over', everySeconds: 3_600, run: forgetOldKeys },
]
