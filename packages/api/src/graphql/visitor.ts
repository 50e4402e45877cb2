/** Where a wish came from, as the pages tell it. */
export interface Visitor {
  readonly origin?: string | null;
  readonly userAgent?: string | null;
}

const LONGEST_ORIGIN = 64;
const LONGEST_USER_AGENT = 300;

/** What is kept of a visitor, cut to a size that cannot be abused. */
export function visitorOf({ origin, userAgent }: Visitor): {
  origin: string | null;
  userAgent: string | null;
} {
  return {
    origin: origin?.slice(0, LONGEST_ORIGIN) ?? null,
    userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}

/** The same as evidence, which has no empty entries. */
export function evidenceOf(visitor: Visitor): Record<string, string> {
  const { origin, userAgent } = visitorOf(visitor);
  return { ...(origin !== null && { origin }), ...(userAgent !== null && { userAgent }) };
}
