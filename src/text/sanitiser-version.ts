// Raised with every change of what the sanitiser allows: what an older one cleaned is cleaned again before it is shown.
export const SANITISER_VERSION = 1
