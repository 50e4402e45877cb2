const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;
const SYSTEMS = [
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** What people call a browser, such as `Firefox · Linux`; null where it is none that is known. */
export function browserName(userAgent: string | null): string | null {
  const found = [BROWSERS, SYSTEMS].map(
    (words) => words.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0],
  );
  return found.filter((name) => name !== undefined).join(' · ') || null;
}
