// Chapters that people of the named world write.
import { addChapter, type ChapterSaid, postChapter } from '#src/library/works/chapters/chapters.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from './people.ts'

export const chapterOf = (words: string, rest: Partial<ChapterSaid> = {}): ChapterSaid => ({
  title: words,
  notesBefore: '',
  notesAfter: '',
  text: {
    source: words,
    form: 'plain',
    html: `<p>${words}</p>`,
    excerpt: words,
    words: words.split(' ').length,
    sanitiserVersion: SANITISER_VERSION,
  },
  ...rest,
})

export const write = (house: TestHouse, who: PersonName, work: number, said: ChapterSaid): Promise<number> =>
  house.act(who, (ctx) => addChapter(ctx, work, said, `${work} ${said.title} ${house.now()}`))

export async function writeAndPost(
  house: TestHouse,
  who: PersonName,
  work: number,
  said: ChapterSaid,
): Promise<number> {
  const chapter = await write(house, who, work, said)
  await house.act(who, (ctx) => postChapter(ctx, { work, chapter }))
  return chapter
}
