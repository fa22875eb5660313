// What a round chooses about pieces that come early, later or after it. Rounds that exist keep to what counted until now.
import type { MakeSchema } from './make-schema.ts'

export async function choicesOfRounds(make: MakeSchema): Promise<void> {
  await make.run('alter table rounds add column allows_early $int not null default 0 check (allows_early in (0, 1))')
  await make.run(
    "alter table rounds add column later_rule $text not null default 'waits' check (later_rule in ('waits', 'at-once'))",
  )
  await make.run(
    "alter table rounds add column after_round $text not null default 'always' check (after_round in ('always', 'until-next', 'ask-mods'))",
  )
}
