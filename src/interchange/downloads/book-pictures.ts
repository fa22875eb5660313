// Pictures in a book: a page of those that stand above the text, and those inside it under their names in the book.
import { xml, xmlText } from '#src/kit/xml.ts'
import type { BoundPicture } from '#src/library/works/pictures/bound.ts'
import { altOf } from '#src/library/works/pictures/alt.ts'
import type { Element, Root } from '#src/text/tree.ts'
import type { BookPage } from './epub.ts'

export const nameAt = (pictures: readonly BoundPicture[], at: number): string =>
  `images/${at + 1}.${pictures[at]?.type === 'image/png' ? 'png' : 'jpg'}`

export function picturesPage(pictures: readonly BoundPicture[]): BookPage[] {
  const figures = pictures.flatMap((picture, at) => {
    if (picture.stands !== 'before') return []
    const image = xml('img', { src: nameAt(pictures, at), alt: altOf(picture, at + 1) })
    return [xml('figure', {}, image, picture.caption === '' ? '' : xmlText('figcaption', picture.caption))]
  })
  return figures.length === 0 ? [] : [{ title: 'Pictures', body: xmlText('h2', 'Pictures') + figures.join('') }]
}

/** One that is not in the book leaves what it shows, in words. */
export function withPictures(tree: Root, pictures: readonly BoundPicture[]): Root {
  const bind = (room: Root | Element): void => {
    for (const [at, child] of room.children.entries()) {
      if (child.type !== 'element') continue
      if (child.tagName !== 'img') bind(child)
      else if (!bound(child, pictures)) room.children[at] = { type: 'text', value: child.properties.alt ?? '' }
    }
  }
  bind(tree)
  return tree
}

function bound({ properties }: Element, pictures: readonly BoundPicture[]): boolean {
  const at = pictures.findIndex(({ address }) => address === properties.src)
  if (at < 0) return false
  properties.src = nameAt(pictures, at)
  properties.alt ??= ''
  return true
}
