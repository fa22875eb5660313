// The day on which a work first came elsewhere.
import { type CalendarDay, toDay } from '#src/kit/days.ts'
import type { Field } from '#src/kit/form.ts'

const firstPostedOn: Field<CalendarDay | undefined> = {
  kind: 'date',
  label: 'First posted elsewhere on',
  hint: 'Leave it empty where it is new here.',
  isOptional: true,
  read(typed) {
    if (typed === '') return { value: undefined }
    const day = toDay(typed)
    return day === undefined ? { error: 'This is not a date of the calendar; write it as 2009-05-03.' } : { value: day }
  },
}

export const datingForm = { fields: { firstPostedOn } }
