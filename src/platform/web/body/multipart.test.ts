// A form that comes in parts is read as the browser's own rules read it; what is not whole is not read at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundaryIn, partsOf } from './multipart.ts'

const written = async (form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> => {
  const request = new Request('http://fest.example/', { method: 'POST', body: form })
  const boundary = boundaryIn(request.headers.get('content-type') ?? '') ?? ''
  return { bytes: new Uint8Array(await request.arrayBuffer()), boundary }
}

const word = fc
  .array(fc.constantFrom('a', 'é', '漢', '"', '\r\n', '\n', '--', '%22', ';', '=', ' ', '\ud83d\ude00'), {
    maxLength: 8,
  })
  .map((bits) => bits.join(''))

test('what a form holds comes out as it went in, files too', async () => {
  const field = fc.record({ name: word, value: word, isFile: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 6 }), async (fields) => {
      const form = new FormData()
      for (const { name, value, isFile } of fields) {
        if (isFile) form.append(name, new File([value], 'a "b".docx'))
        else form.append(name, value)
      }
      const { bytes, boundary } = await written(form)
      const decoded = await new Request('http://x/', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      }).formData()
      const theirs = await Promise.all(
        [...decoded].map(async ([name, value]) => [
          name,
          typeof value === 'string' ? value : [value.name, await value.text()],
        ]),
      )
      const ours = partsOf(bytes, boundary)?.map(({ name, filename, bytes: part }) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)
        return [name, filename === undefined ? text : [filename, text]]
      })
      assert.deepEqual(ours, theirs)
    }),
    { numRuns: 200 },
  )
})

test('a form that breaks off anywhere is not read', async () => {
  const form = new FormData()
  form.set('text', 'It rained.')
  form.set('file', new File(['x'], 'a.txt'))
  const { bytes, boundary } = await written(form)
  assert.equal(partsOf(bytes, boundary)?.length, 2)
  const end = new TextDecoder('latin1').decode(bytes).lastIndexOf('--')
  for (let at = 0; at < end; at += 1) assert.equal(partsOf(bytes.subarray(0, at), boundary), undefined)
  assert.equal(partsOf(bytes, 'another'), undefined)
})

test('a boundary is found as it is written, and nothing else is one', () => {
  assert.equal(boundaryIn('multipart/form-data; boundary=abc'), 'abc')
  assert.equal(boundaryIn('multipart/form-data; charset=utf-8; boundary="a b"; x=y'), 'a b')
  for (const type of ['multipart/form-data', 'multipart/mixed; boundary=a', 'text/plain; boundary=a', ''])
    assert.equal(boundaryIn(type), undefined)
})
