// A timeline for everybody's eyes: the tree of parts, each with its code and title.
import type { Placed } from '#src/library/canon/timeline.ts'

/** The highest parts stand open; what is deeper is folded away under its name until somebody wants it. */
export function Timeline({ parts }: { parts: readonly Placed[] }) {
  return (
    <ol class="timeline">
      {parts.map((part) => (
        <li>
          {part.parts.length === 0 ? (
            <p>
              <PartName {...part} />
            </p>
          ) : (
            <details open={part.parent === null}>
              <summary>
                <PartName {...part} />
              </summary>
              <Timeline parts={part.parts} />
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function PartName({ code, title }: { code: string; title: string }) {
  return (
    <>
      <span class="timeline__code">{code}</span> {title}
    </>
  )
}
