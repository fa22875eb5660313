// Chance as a parameter: whatever draws lots or makes tokens is given one of these, so a test can know what falls.
export type Random = {
  /** So many bytes that nobody can foresee. */
  readonly bytes: (length: number) => Uint8Array
}
