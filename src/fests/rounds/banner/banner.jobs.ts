// Making a banner takes a second or two, so it is done after whoever brought it has been answered.
import type { Job } from '#src/platform/jobs/job.ts'
import { BANNER_JOB, makeBanner } from './banner.ts'

export const bannerJobs: readonly Job[] = [
  { kind: BANNER_JOB, run: (ctx, payload) => makeBanner(ctx, Number(payload['banner'])) },
]
