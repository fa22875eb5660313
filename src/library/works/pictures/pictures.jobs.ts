// Making a picture ready takes a second or two, so it is done after whoever brought it has been answered.
import type { Job } from '#src/platform/jobs/job.ts'
import { makePicture, PICTURE_JOB } from './pictures.ts'

export const pictureJobs: readonly Job[] = [
  { kind: PICTURE_JOB, run: (ctx, payload) => makePicture(ctx, Number(payload['picture'])) },
]
