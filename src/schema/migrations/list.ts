// Every migration, in order: forward only, and never edited once a version with it has been released.
import { theHouse } from './0001-the-house.ts'
import { canon } from './0002-canon.ts'
import { works } from './0003-works.ts'
import { headerTemplates } from './0004-header-templates.ts'
import { choicesOfRounds } from './0005-choices-of-rounds.ts'
import { answeredClaims } from './0006-answered-claims.ts'
import { deedsOfMods } from './0007-deeds-of-mods.ts'
import { sentMails } from './0008-sent-mails.ts'
import { strangers } from './0009-strangers.ts'
import { communities } from './0010-communities.ts'
import { worksForAdults } from './0011-works-for-adults.ts'
import { penNames } from './0012-pen-names.ts'
import { leavings } from './0013-leavings.ts'
import { peopleAndLooks } from './0014-people-and-looks.ts'
import { claimKeys } from './0015-claim-keys.ts'
import { letters } from './0016-letters.ts'
import { chapters } from './0017-chapters.ts'
import { leftAsItCame } from './0018-left-as-it-came.ts'
import { settingsAndSpoilers } from './0019-settings-and-spoilers.ts'
import { typings } from './0020-typings.ts'
import { chaptersLeftAsTheyCame } from './0021-chapters-left-as-they-came.ts'
import { picturesAndRecordings } from './0022-pictures-and-recordings.ts'
import type { MakeSchema } from './make-schema.ts'

export const migrations: Readonly<Record<string, (make: MakeSchema) => Promise<void>>> = {
  '0001-the-house': theHouse,
  '0002-canon': canon,
  '0003-works': works,
  '0004-header-templates': headerTemplates,
  '0005-choices-of-rounds': choicesOfRounds,
  '0006-answered-claims': answeredClaims,
  '0007-deeds-of-mods': deedsOfMods,
  '0008-sent-mails': sentMails,
  '0009-strangers': strangers,
  '0010-communities': communities,
  '0011-works-for-adults': worksForAdults,
  '0012-pen-names': penNames,
  '0013-leavings': leavings,
  '0014-people-and-looks': peopleAndLooks,
  '0015-claim-keys': claimKeys,
  '0016-letters': letters,
  '0017-chapters': chapters,
  '0018-left-as-it-came': leftAsItCame,
  '0019-settings-and-spoilers': settingsAndSpoilers,
  '0020-typings': typings,
  '0021-chapters-left-as-they-came': chaptersLeftAsTheyCame,
  '0022-pictures-and-recordings': picturesAndRecordings,
}
