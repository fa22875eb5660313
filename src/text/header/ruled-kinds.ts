// What a stretch of a post may be said to be: a field, or what is none. Pages offer it, so it brings no reader along.
import { fieldNames } from './fields.ts'

export const otherKinds = ['preface', 'epigraph', 'story', 'nothing'] as const
export const ruledKinds = [...fieldNames, ...otherKinds] as const
export type RuledKind = (typeof ruledKinds)[number]
