// What is said of a series, and under which name it is begun.
import type { Field } from '#src/kit/form.ts'
import { id, optionalText, text } from '#src/kit/form-fields.ts'

const said = {
  title: text({ label: 'Title of the series', maxLength: 300 }),
  summary: optionalText({ label: 'What it is', maxLength: 20_000, isLong: true }),
}

const under: Field<number | undefined> = {
  kind: 'choice',
  label: 'Under which name',
  hint: 'All of its works bear that name.',
  read: (typed) => ({ value: /^\d{1,15}$/.test(typed) ? Number(typed) : undefined }),
}

export const seriesForm = { fields: said }

export const newSeriesForm = { fields: { under, ...said } }

export const addForm = { fields: { series: id({ label: 'Series' }) } }
