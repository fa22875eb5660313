// Documents as programs write them, made for a test: the least that each needs, and the one text that they all hold.
import { zipSync } from 'fflate'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const packed = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])))

const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (runs: string, look = ''): string => `<w:p><w:pPr>${look}</w:pPr>${runs}</w:p>`

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const docxParts = (body: string): Record<string, string> => ({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${types}.footnotes+xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`,
  'word/styles.xml': `<?xml version="1.0"?><w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
  'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes xmlns:w="${word}"><w:footnote w:id="2">${paragraph(run('A small note.'))}</w:footnote></w:footnotes>`,
  'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
})

/** Header, heading, looks, a pause in the middle, a note. */
export const docx = (): Uint8Array =>
  packed(
    docxParts(
      [
        paragraph(run('Title: Tallow')),
        paragraph(run('Author: mara')),
        paragraph(run('Rating: PG')),
        paragraph(run('The Ferry'), '<w:pStyle w:val="Heading2"/>'),
        paragraph(
          run('Nothing ') +
            run('burned', '<w:i/>') +
            run(', ') +
            run('not', '<w:strike/>') +
            run(' ') +
            run('ever', '<w:u w:val="single"/>') +
            run('.'),
        ),
        paragraph(run('oOo'), '<w:jc w:val="center"/>'),
        paragraph(run('It rained.') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
      ].join(''),
    ),
  )

const odf = 'urn:oasis:names:tc:opendocument:xmlns'

export const odt = (): Uint8Array =>
  packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="${odf}:office:1.0" xmlns:style="${odf}:style:1.0" xmlns:text="${odf}:text:1.0" xmlns:fo="urn:fo" xmlns:xlink="urn:x"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="T3" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style><style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style></office:automatic-styles><office:body><office:text><text:p>Title: Tallow</text:p><text:p>Author: mara</text:p><text:p>Rating: PG</text:p><text:h text:outline-level="2">The Ferry</text:h><text:p>Nothing <text:span text:style-name="T1">burned</text:span>, <text:span text:style-name="T2">not</text:span> <text:span text:style-name="T3">ever</text:span>.</text:p><text:p text:style-name="P1">oOo</text:p><text:p>It rained.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A small note.</text:p></text:note-body></text:note></text:p></office:text></office:body></office:document-content>`,
  })

export const rtf = (): Uint8Array =>
  utf8(String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\froman\fcharset0 Times;}}{\info{\title Not this}}\pard Title: Tallow\par Author: mara\par Rating: PG\par
\pard\outlinelevel1 The Ferry\par
\pard Nothing {\i burned}, {\strike not} {\ul ever}.\par
\pard\qc oOo\par
\pard It rained.{\footnote \pard {\super\chftn} A small note.}\par}`)

const chapter = (title: string, body: string): string =>
  `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><a id="top"/>${body}</body></html>`

export const epub = (): Uint8Array =>
  packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/parcel.opf"/></rootfiles></container>',
    'book/parcel.opf':
      '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="one" href="one.xhtml"/><item id="two" href="two%20b.xhtml"/><item id="css" href="look.css"/></manifest><spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>',
    'book/nav.xhtml': chapter('Contents', '<nav><a href="two%20b.xhtml">The Quay</a></nav>'),
    'book/one.xhtml': chapter(
      'One',
      '<p>Title: Tallow</p><p>Author: mara</p><p>Rating: PG</p><h2>The Ferry</h2><p>Nothing <span class="i">burned</span>, <del>not</del> <u>ever</u>.</p><p style="text-align:center">oOo</p><p>It rained.<a href="two%20b.xhtml#n">1</a></p>',
    ),
    'book/two b.xhtml': chapter('Two', '<p>The tide was out.</p><p id="n">A small note.</p>'),
    'book/look.css': '.i { font-style: italic }',
  })

/** A few kilobytes that would unpack to more than a hundred million. */
export const bomb = (): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(120_000_000) }, { level: 9 })
