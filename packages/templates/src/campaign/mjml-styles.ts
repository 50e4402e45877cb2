import { liquidTokens } from './liquid-tokens.ts';

/** The first field or tag of Liquid in a style of MJML, which would move into attributes and be lost to sight; null: none. */
export function liquidInMjmlStyle(source: string): string | null {
  if (!source.includes('<mj-style')) return null;
  for (const { begin, text } of liquidTokens(source)) {
    const opened = source.lastIndexOf('<mj-style', begin);
    if (opened >= 0 && source.lastIndexOf('</mj-style', begin) < opened) return text;
  }
  return null;
}
