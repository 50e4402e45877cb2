/** What one mail may be, in one language. */
export const MAIL_LIMITS = {
  /** Characters that its author wrote, with the partials put in. */
  text: 200_000,
  /** How often partials may be rendered, also within each other. */
  partials: 500,
  /** Merge fields and tags of Liquid. */
  liquid: 2_000,
  /** Fields of a contact. */
  fields: 200,
  /** Conditions and loops within each other. */
  nesting: 20,
  /** Characters of the page that MJML makes of it. */
  page: 400_000,
  elements: 10_000,
  /** Elements within each other. */
  depth: 250,
  /** Elements `style`: each is parsed by itself. */
  sheets: 100,
  selectors: 1_000,
  /** Elements times selectors: each is tried with each, for each kind of reader. */
  matches: 1_500_000,
  /** Rules within each other, conditions counted too. */
  ruleDepth: 6,
  /** Different conditions of its style sheets (`@media`). */
  media: 30,
  /** Characters of one part, filled. */
  filled: 1_000_000,
  /** Steps of Liquid to fill it: each text, field and tag, as often as a loop comes by. */
  steps: 20_000,
  /** Units of Liquid's own count, about a character each. */
  memory: 4_000_000,
} as const;

/** 200000 as 200,000. */
export function inFigures(count: number): string {
  return count.toLocaleString('en');
}
