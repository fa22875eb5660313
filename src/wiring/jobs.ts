// Everything that runs without a request, put together.
import { bannerJobs } from '#src/fests/rounds/banner/banner.jobs.ts'
import { pictureJobs } from '#src/library/works/pictures/pictures.jobs.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { reactions } from './reactions.ts'
import { timetable } from './timetable.ts'

export const works: Works = { jobs: [...bannerJobs, ...pictureJobs], reactions, sweeps: timetable }
