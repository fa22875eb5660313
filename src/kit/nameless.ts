// What stands where a name stood, on what somebody left without it.
import { penNameKey } from './fold.ts'

export const NAMELESS = 'Somebody who has left'

/** Nobody writes under it, nor under anything like it. */
export const isNamelessKey = (key: string): boolean => key === penNameKey(NAMELESS)
