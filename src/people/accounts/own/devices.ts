// A device in words, from what its browser says of itself: enough to know one's own again.

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bCriOS\/|\bChrome\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]

const found = (list: typeof browsers, agent: string): string | undefined => list.find(([is]) => is.test(agent))?.[1]

/** "Firefox on Windows", "Safari on iPhone", "A browser that does not say which" */
export function sayDevice(agent: string): string {
  const [browser, system] = [found(browsers, agent), found(systems, agent)]
  if (browser === undefined && system === undefined) return 'A browser that does not say which'
  return system === undefined ? (browser ?? '') : `${browser ?? 'A browser'} on ${system}`
}
