// One line of what mods did to somebody, as the mods read it.
import type { MemberTurn } from './members.ts'

export function sayDeed({ name, what, says }: MemberTurn): string {
  const line = says === '' ? '' : `: “${says}”`
  return `${words(name, what)}${line}`
}

function words(name: string, what: MemberTurn['what']): string {
  switch (what) {
    case 'accepted':
      return `${name} was let in`
    case 'declined':
      return `${name} was told no`
    case 'removed':
      return `${name} was removed, and may join again`
    case 'banned':
      return `${name} was removed, and may not join again`
    case 'ban-lifted':
      return `${name} may join again`
    case 'made-mod':
      return `${name} became a mod`
    case 'unmade-mod':
      return `${name} is no longer a mod`
    case 'approved':
      return `${name} may post`
    case 'unapproved':
      return `${name} may no longer post`
    default:
      return name
  }
}
