// Everything that runs without a request, put together.
import type { Works } from '#src/platform/jobs/job.ts'
import { reactions } from './reactions.ts'
import { timetable } from './timetable.ts'

export const works: Works = { jobs: [], reactions, sweeps: timetable }
