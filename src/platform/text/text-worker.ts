// The thread in which text from outside is parsed: it may be stopped at any moment, and nothing else suffers.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '#src/kit/refusal.ts'
import { type Cleaned, type Pasted, readText } from '#src/text/read-text.ts'

/** Plain data only: what crosses a thread is copied. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'cleaned'; readonly cleaned: Cleaned }
  | { readonly is: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly is: 'failed'; readonly message: string }

function answer(pasted: Pasted): Answer {
  try {
    return { is: 'cleaned', cleaned: readText(pasted) }
  } catch (error) {
    if (error instanceof Refusal) return { is: 'refused', code: error.code, sentence: error.sentence }
    return { is: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (said: Answer): void => parentPort?.postMessage(said)

parentPort?.on('message', (pasted: Pasted) => say(answer(pasted)))
say({ is: 'ready' })
