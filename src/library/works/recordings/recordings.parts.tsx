// Recordings as readers find them: a link that says what it is and how long. Nothing of another site is shown within ours.
import { Icon } from '#src/ui/marks.tsx'
import { nameOf, sayRecording } from './recording-words.ts'
import type { Recording } from './recordings.ts'

export function Recordings({ recordings }: { readonly recordings: readonly Recording[] }) {
  if (recordings.length === 0) return null
  return (
    <section aria-label="Recordings" class="recordings">
      <ul>
        {recordings.map((recording) => (
          <li>
            <a href={recording.url} rel="nofollow noopener noreferrer external" dir="auto">
              {nameOf(recording)}
            </a>{' '}
            <span class="soft small">
              <Icon name="arrow-right" /> {sayRecording(recording)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
