// The process in which text from outside is parsed: it may be stopped at any moment, and nothing else suffers.
import { flushCompileCache } from 'node:module'
import { Refusal } from '#src/kit/refusal.ts'
import { cleanText } from '#src/text/clean.ts'
import { type Document, type Opened, readDocument } from '#src/text/documents/document.ts'
import { type Form, formOf } from '#src/text/form-of.ts'
import { type Help, type PostReading, readPost } from '#src/text/header/read-post.ts'
import { type Cleaned, type Pasted, readText } from '#src/text/read-text.ts'
import { tooDeep } from '#src/text/tree.ts'

/** A whole post is taken apart into header and story; anything else is one text. */
export type AskedText = Pasted & { readonly isPost?: boolean; readonly help?: Help }

/** Or a file, whose text is wanted. */
export type Asked = AskedText | { readonly document: Document }

/** `form` is what it was read as: its story goes on in that. */
export type ReadPost = PostReading & { readonly form: Form }

/** Plain data only: what goes to another process is copied. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'cleaned'; readonly cleaned: Cleaned }
  | { readonly is: 'read'; readonly reading: ReadPost }
  | { readonly is: 'opened'; readonly opened: Opened }
  | { readonly is: 'refused'; readonly code: string; readonly sentence: string; readonly about?: string | undefined }
  | { readonly is: 'failed'; readonly message: string }

function readWhole({ text, form, help, leave }: AskedText): ReadPost {
  const known = form === 'guess' ? formOf(cleanText(text)) : form
  return { ...readPost(text, known, { ...help, leave }), form: known }
}

async function answer(asked: Asked): Promise<Answer> {
  try {
    if ('document' in asked) return { is: 'opened', opened: await readDocument(asked.document) }
    if (asked.isPost === true) return { is: 'read', reading: readWhole(asked) }
    return { is: 'cleaned', cleaned: readText(asked) }
  } catch (error) {
    const why = error instanceof RangeError && /call stack/i.test(error.message) ? tooDeep() : error
    if (why instanceof Refusal) return { is: 'refused', code: why.code, sentence: why.sentence, about: why.about }
    return { is: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const say = (said: Answer): void => void process.send?.(said)

// Ctrl-C in a terminal reaches every process of a site; who still waits for an answer gets it, and then we are stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// The site is gone, however it went.
process.on('disconnect', () => process.exit())
process.on('message', (asked: Asked) => void answer(asked).then(say))
say({ is: 'ready' })
// Whoever stops us gives no time for that, and the next one starts the sooner for it.
flushCompileCache()
