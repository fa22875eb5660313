// Figures as they are printed: no more digits than a measurement of this kind deserves.

export const rounded = (figure: number | undefined): number | undefined =>
  figure === undefined ? undefined : figure < 100 ? Math.round(figure * 10) / 10 : Math.round(figure)

/** Of sorted figures, the one that so large a share of them does not exceed. */
export const shareOf = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.ceil(sorted.length * share) - 1]
