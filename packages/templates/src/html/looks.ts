import { Cascade } from './cascade.ts';
import type { Page } from './parse-html.ts';
import type { Look } from './visible.ts';

const DARK = /prefers-color-scheme:\s*dark/i;

/** Whether the page says that it can be shown on a dark ground. */
export function declaresDark(page: Page): boolean {
  const meta = page('meta[name="color-scheme" i]').attr('content') ?? '';
  return /\bdark\b/i.test(meta);
}

/** Whether the author thought of colour schemes, in a meta element or in a rule. */
export function mindsDark(page: Page): boolean {
  return (
    page('meta[name="color-scheme" i]').length > 0 || /color-scheme/i.test(page('style').text())
  );
}

/**
 * Every way in which the page may look: under each of its media conditions, in light and, where declared, in dark. Under its
 * rules for the dark twice: some clients drop the declaration and keep the rules, and then paint and write as in light.
 */
export function looksOf(page: Page, dark = declaresDark(page)): Look[] {
  const cascade = new Cascade(page);
  const looks = cascade.worlds.flatMap((world): Look[] =>
    dark && DARK.test(world)
      ? [true, false].map((isDark) => ({ cascade, world, dark: isDark }))
      : [{ cascade, world, dark: false }],
  );
  if (dark && !looks.some((look) => look.dark)) looks.push({ cascade, world: '', dark: true });
  return looks;
}
