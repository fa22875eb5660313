// What word processors, journals and habits leave in a text, and what becomes of it; each kind can be left as it came.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../read-text.ts'
import { kindsIn, sayTidied, type TidyKind, tidyKinds } from './kinds.ts'

const read = (text: string, ...leave: TidyKind[]) => readText({ text, form: 'html', leave })
const html = (text: string, ...leave: TidyKind[]): string => read(text, ...leave).html
const told = (text: string, ...leave: TidyKind[]): string =>
  read(text, ...leave)
    .tidied.map(sayTidied)
    .join(' · ')

describe('what a word processor leaves', () => {
  test('of Word is resolved into what it means', () => {
    const word = `<p class=MsoTitle>The Lamp</p><p class=MsoNormal style='margin:0cm;text-align:center'><span lang=EN-GB style='font-family:"Times";mso-fareast:x'>She <i style='mso-bidi-font-style:normal'>ran</i><o:p></o:p></span></p><p class=MsoNormal><span style="font-style:italic">won</span><span style="font-style:italic">derful</span> <span style="text-decoration:line-through">no</span></p>`
    assert.equal(html(word), '<h1>The Lamp</h1><p align="center">She <i>ran</i></p><p><em>wonderful</em> <s>no</s></p>')
    assert.equal(told(word), '9 marks of a word processor resolved')
  })
  test('of Docs is no bold that says it is not bold', () => {
    const docs = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700;font-style:italic">Oh</span><span style="font-weight:400"> no</span></p></b>`
    assert.equal(html(docs), '<p dir="ltr"><strong><em>Oh</em></strong> no</p>')
  })
  test('of an exported page is read from its classes', () => {
    const page = `<style>.c1{font-style:italic} p.c2, .c3 { text-align : center }</style><p class="c2"><span class="c1">One</span> two</p>`
    assert.equal(html(page), '<p align="center"><em>One</em> two</p>')
  })
  test('in a direction of its own keeps it', () => {
    assert.equal(html('<p style="direction:rtl">שלום</p>'), '<p dir="rtl">שלום</p>')
    assert.equal(
      html('<p dir="rtl">שלום</p><p><ruby>漢<rt>かん</rt></ruby></p>'),
      '<p dir="rtl">שלום</p><p><ruby>漢<rt>かん</rt></ruby></p>',
    )
  })
})

describe('what a journal leaves', () => {
  test('as the name of somebody stays as a name', () => {
    assert.equal(
      html('<p>Thanks to <lj user="oriel"> and <user name=wren site=x> for this</p>'),
      '<p>Thanks to <b>oriel</b> and <b>wren</b> for this</p>',
    )
    assert.equal(
      html(
        '<p><span class="ljuser" lj:user="oriel"><a href="https://oriel.example/profile"><img src="https://x.example/userinfo.gif"></a><a href="https://oriel.example/"><b>oriel</b></a></span></p>',
      ),
      '<p><a href="https://oriel.example/" rel="nofollow ugc noopener"><b>oriel</b></a></p>',
    )
  })
  test('as a cut goes, and what it hid stays', () => {
    assert.equal(
      html('<p>Before</p><lj-cut text="more"><p>It <i>rained</i>.</p></lj-cut>'),
      '<p>Before</p><p>It <i>rained</i>.</p>',
    )
  })
  test('as line ends becomes line breaks, and empty lines paragraphs', () => {
    const post = '<i>One</i>\ntwo\n\nthree\n'
    assert.equal(html(post), '<p><i>One</i><br>\ntwo</p>\n<p>\nthree</p>')
    assert.equal(told(post), '3 line ends kept as line breaks · 2 paragraphs made of double line breaks')
    assert.equal(html('<p>One\ntwo</p>'), '<p>One\ntwo</p>')
  })
})

describe('paragraphs', () => {
  test('of two line breaks are paragraphs', () => {
    assert.equal(
      html('One<br><br>two<br>three<br /><br>&nbsp;<br>four'),
      '<p>One</p>\n<p>two<br>three</p>\n<p>four</p>',
    )
    assert.equal(html('<div align="center">One<br><br>two</div>'), '<div align="center"><p>One</p>\n<p>two</p></div>')
    assert.equal(html('<p><em>One<br><br>two</em> x</p>'), '<p><em>One</em></p>\n<p><em>two</em> x</p>')
  })
  test('without anything in them are closed, and that can be undone', () => {
    const text = '<p>One</p><p>&nbsp;</p><p><span> </span><br></p><p>two</p><br><br><p>three</p>'
    assert.equal(html(text), '<p>One</p><p>two</p>\n<p>three</p>')
    assert.equal(told(text), '3 empty paragraphs closed')
    assert.equal(html(text, 'empty'), '<p>One</p><p>\u00a0</p><p><span> </span><br></p><p>two</p><br><br><p>three</p>')
    assert.equal(told(text, 'empty'), '')
  })
  const long = '<p>It was a long day on the ferry, and nobody had said a word since the harbour.</p>'
  const scene = long.repeat(8)
  test('that are blank only now and then are pauses; where pauses are written otherwise, or all are spaced, they are not', () => {
    const text = `${scene}<p>&nbsp;</p>${scene}<p>&nbsp;</p><p><br></p>${scene}`
    assert.equal(html(text), `${scene}<hr>${scene}<hr>${scene}`)
    assert.equal(told(text), '2 blank paragraphs taken for scene breaks · 1 empty paragraph closed')
    assert.equal(html(text, 'pauses'), scene.repeat(3))
    assert.equal(html(text, 'pauses', 'empty').split('<p>\u00a0</p>').length, 3)
    const written = `${scene}<p>&nbsp;</p>${scene}<p>***</p>${scene}`
    assert.equal(html(written), `${scene}${scene}<hr>${scene}`)
    assert.equal(html(`${long}<p>&nbsp;</p>`.repeat(20)), long.repeat(20))
    assert.equal(html(`${scene}<p>&nbsp;</p><p>Dear June,</p>${scene}`), `${scene}<p>Dear June,</p>${scene}`)
  })
  test('with a picture or a place that a link leads to are not empty', () => {
    const text =
      '<p><img alt="a map" src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a"></p><p><a id="in-text-x"></a></p><p><a href="#in-text-x">x</a></p>'
    assert.equal(html(text), text)
  })
})

describe('scene breaks', () => {
  const shapes = [
    '***',
    '* * *',
    '~*~',
    '-----',
    '#',
    'o0o',
    'oOo',
    '&#10086;',
    '<b>*</b> * *',
    '&nbsp;***&nbsp;',
    'x-x-x',
    '<><>'.replaceAll('<', '&lt;'),
  ]
  for (const shape of shapes) {
    test(`of the shape ${shape} become the one of the site`, () => {
      for (const written of [`<p>${shape}</p>`, `<p align="center">${shape}</p>`, `<center>${shape}</center>`])
        assert.equal(html(`<p>a</p>${written}<p>b</p>`), '<p>a</p><hr><p>b</p>')
      assert.equal(html(`<p>a<br>${shape}<br>b</p>`).replaceAll('\n', ''), '<p>a</p><hr><p>b</p>')
      assert.equal(html(`<p>a</p>${shape}<p>b</p>`).replaceAll('\n', ''), '<p>a</p><hr><p>b</p>')
    })
  }
  test('that are pictures of lines or decorated lines do too', () => {
    for (const line of [
      '<img src="https://a.example/divider.gif">',
      '<img src="https://a.example/x.png" width="400" height="12">',
      '<img alt="***" src="x">',
    ])
      assert.equal(html(`<p>a</p><p>${line}</p><p>b</p>`), '<p>a</p><hr><p>b</p>')
    assert.equal(html('<p>a</p><hr width="50%" align="center"><hr><p>b</p>'), '<p>a</p><hr><p>b</p>')
    assert.match(html('<p><img src="https://a.example/liner.png" alt="a ship"></p>'), /a ship/)
  })
  test('are told and can be left as they were written', () => {
    for (const form of ['html', 'plain', 'markdown'] as const) {
      const text = form === 'html' ? '<p>a</p><p>oOo</p><p>b</p><p>~~~</p><p>c</p>' : 'a\n\noOo\n\nb\n\n~~~\n\nc'
      const cleaned = readText({ text, form })
      assert.deepEqual(cleaned.tidied, [{ kind: 'scene-breaks', count: 2 }])
      assert.equal(cleaned.plain, 'a\n\n* * *\n\nb\n\n* * *\n\nc')
      const left = readText({ text, form, leave: ['scene-breaks'] })
      assert.deepEqual(left.tidied, [])
      assert.equal(left.plain, 'a\n\noOo\n\nb\n\n~~~\n\nc')
    }
  })
  test('are not what somebody says', () => {
    for (const said of [
      '<p>…</p>',
      '<p>—</p>',
      '<p>xxx</p>',
      '<p>?!</p>',
      '<p><a href="#n">*</a></p>',
      '<pre>***</pre>',
    ])
      assert.doesNotMatch(html(`<p>a</p>${said}<p id="n">b</p>`), /<hr>/)
  })
})

describe('letters', () => {
  test('that nobody sees go, and joiners that make letters stay', () => {
    assert.equal(html('<p>won\u00adder\u200bful \u2060x</p>'), '<p>wonderful x</p>')
    assert.equal(read('<p>won&shy;derful</p>').words, 1)
    for (const kept of [
      '<p>می\u200cخواهم</p>',
      '<p>👩\u200d👩\u200d👧</p>',
      '<p>ภาษา\u200bไทย</p>',
      '<p>\u200fשלום</p>',
    ])
      assert.equal(html(kept), kept)
  })
  test('that are broken are put right, also where they are written as references', () => {
    assert.equal(html('<p>don&acirc;&euro;&trade;t</p>'), '<p>don’t</p>')
    assert.equal(told('<p>donâ€™t, canâ€™t</p>'), '2 broken letters put right')
    assert.equal(html('<p>donâ€™t</p>', 'letters'), '<p>donâ€™t</p>')
  })
})

describe('notes', () => {
  test('lead back to where they were called from, once', () => {
    const text = '<p>One<sup><a href="#n1">1</a></sup> two.</p><p id="n1">1. A note.</p>'
    const once = html(text)
    assert.equal(
      once,
      '<p>One<sup><a href="#in-text-n1" id="in-text-call-n1">1</a></sup> two.</p><p id="in-text-n1">1. A note. <a class="footnote-back" title="Back to the text" href="#in-text-call-n1">↩</a></p>',
    )
    assert.equal(told(once), '')
  })
  test('of Word and of pages that lead back already stay as they are', () => {
    const word =
      '<p>One<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div>'
    assert.equal(told(word), '')
    assert.match(html(word), /<a href="#in-text-_ftn1" id="in-text-_ftnref1">\[1\]<\/a>/)
  })
  test('are not chapters that a list leads to', () => {
    assert.equal(told('<p><a href="#c1">The first chapter</a></p><p id="c1">It rained.</p>'), '')
  })
})

test('kinds are kept by their names, and unknown names mean nothing', () => {
  assert.deepEqual(kindsIn(tidyKinds.join(',')), tidyKinds)
  assert.deepEqual(kindsIn('scene-breaks,nonsense'), ['scene-breaks'])
  assert.deepEqual(kindsIn(''), [])
})
