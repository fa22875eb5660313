// A journal prints the date before the subject on one line: "27th-Apr-2013 10:49 pm To Let".
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const dated = new RegExp(
  `^\\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?(?:\\d{1,2}(?:st|nd|rd|th)?[- ](?:${months})[a-z]*[- ,]{1,2}\\d{4}|(?:${months})[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})[ ,@|]{1,3}(?:(?:at )?\\d{1,2}:\\d{2}(?::\\d{2})? ?(?:[ap]m)?)?[\\s|:–-]{0,4}`,
  'iu',
)

/** How long the date before a subject is; 0 where there is none. */
export const dateBefore = (text: string): number => dated.exec(text.slice(0, 80))?.[0].length ?? 0
