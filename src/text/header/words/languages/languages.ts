// Every language whose labels are known. English stands in label-words.ts; a word that is there goes first.
import { chinese, japanese, korean } from './eastern.ts'
import { hungarian, indonesian, turkish } from './further.ts'
import { dutch, german, nordic } from './germanic.ts'
import { french, italian, portuguese, spanish } from './romance.ts'
import { czech, polish, russian, ukrainian } from './slavic.ts'
import type { LanguageWords } from './language-words.ts'

export const languages: Readonly<Record<string, LanguageWords>> = {
  german,
  dutch,
  nordic,
  french,
  italian,
  spanish,
  portuguese,
  russian,
  ukrainian,
  polish,
  czech,
  chinese,
  japanese,
  korean,
  hungarian,
  turkish,
  indonesian,
}
