// The table as a whole.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CLAIM_TABLE } from '#src/fests/claims/table/claim-table.ts'

describe('the table', () => {
  it('has the rows 1, 6 to 8, 10 to 20, 22 to 24 and 26, and no others yet', () => {
    const rows = Object.values(CLAIM_TABLE).flatMap((each) => each.flatMap((row) => ('row' in row ? [row.row] : [])))
    const known = [...new Set(rows)].sort((a, b) => a - b)
    assert.deepEqual(known, [1, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 26])
  })
})
