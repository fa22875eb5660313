// The one translation of "who may see a work" to SQL, for lists and counts. The rule itself is visibility.ts; they change together.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '#src/schema/tables.ts'
import type { Beholder } from './visibility.ts'

type Works = ExpressionBuilder<Tables, 'works'>

/** For `where` on any query that has `works` under its own name. */
export function visibleTo(eb: Works, beholder: Beholder): Expression<SqlBool> {
  return eb.and([eb('works.deleted_at', 'is', null), eb.or([isCreator(eb, beholder), mayRead(eb, beholder)])])
}

/** True where the names of its creators may be shown; only of works that may be seen at all. */
export function namedTo(eb: Works, beholder: Beholder): Expression<SqlBool> {
  return eb.or([eb('works.is_anonymous', '=', 0), isCreator(eb, beholder), isMod(eb, beholder)])
}

/** Posted, but not for everybody it will be for: its mods and creators are told so. */
export function heldBack(eb: Works): Expression<SqlBool> {
  return eb.or([eb('works.is_unrevealed', '=', 1), eb('works.hidden_at', 'is not', null)])
}

const nothing = sql<SqlBool>`1 = 0`

function isCreator(eb: Works, { account, keyTo }: Beholder): Expression<SqlBool> {
  if (keyTo !== undefined && keyTo.size > 0) return eb('works.id', 'in', [...keyTo])
  if (account === undefined) return nothing
  return eb.exists(
    eb
      .selectFrom('work_creators')
      .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
      .select('work_creators.work_id')
      .whereRef('work_creators.work_id', '=', 'works.id')
      .where('pen_names.account_id', '=', account),
  )
}

const inOneOf = (eb: Works, communities: ReadonlySet<number>): Expression<SqlBool> =>
  communities.size === 0 ? nothing : eb('works.community_id', 'in', [...communities])

const isMod = (eb: Works, { modOf }: Beholder): Expression<SqlBool> => inOneOf(eb, modOf)

function mayRead(eb: Works, beholder: Beholder): Expression<SqlBool> {
  const held = eb.and([
    eb('works.is_unrevealed', '=', 0),
    eb('works.hidden_at', 'is', null),
    isOfTheAudience(eb, beholder),
  ])
  return eb.and([eb('works.state', '=', 'posted'), eb.or([isMod(eb, beholder), held])])
}

function isOfTheAudience(eb: Works, beholder: Beholder): Expression<SqlBool> {
  const signedIn = beholder.account === undefined ? nothing : eb('works.community_id', 'is', null)
  return eb.or([eb('works.audience', '=', 'everyone'), signedIn, inOneOf(eb, beholder.memberOf)])
}
