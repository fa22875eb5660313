// Names in what a header says under beta, thanks or "for": as people write them, one after the other, with words around. Pure.

const MOST = 20

/** "Thanks to penny_post and Ismay, for the goose" names penny_post and Ismay, and perhaps a goose: whoever asks looks who is here. */
export function namesIn(text: string): string[] {
  return text
    .split(/[,;&+\n/]|\s(?:and|und|et|y|e)\s|\s[–—-]\s/)
    .map((part) => part.replace(aroundNames, '').replace(/\s(?:for|who|as|because)\s.*$/i, ''))
    .map((part) => part.replace(/\(.*?\)/g, '').replace(/^[\s@"'“”‘’]+|[\s.!"'“”‘’:)]+$/g, ''))
    .filter((part) => part.length > 0 && part.length <= 60)
    .slice(0, MOST)
}

const aroundNames =
  /^\s*(?:(?:(?:with|so|all|my|many|huge|big|much)\s+)*(?:thanks?(?:\s+(?:you|go|goes))?(?:\s+to)?|love\s+to|beta(?:ed|'d)?(?:\s+by)?|for|to|the\s+(?:wonderful|lovely|amazing))\b[:\s]*)+/i
