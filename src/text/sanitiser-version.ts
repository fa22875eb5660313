// Raised with every change of what the sanitiser allows and of how a text is tidied: what an older one cleaned is cleaned again
// before it is shown, and a job cleans it for good from its source.
export const SANITISER_VERSION = 3
