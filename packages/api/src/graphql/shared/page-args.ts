import { ArgsType, Field, Int } from 'type-graphql';
import { BadArgument } from './bad-argument.ts';

const DEFAULT_FIRST = 25;
const MOST = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `At most ${MOST}; ${DEFAULT_FIRST} if not given.`,
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  readonly after?: string | null;
}

/** How many to give. Lists have no union to refuse with, so a bad argument is an error that names it. */
export function firstOf({ first }: PageArgs): number {
  const count = first ?? DEFAULT_FIRST;
  if (count < 1 || count > MOST) throw new BadArgument('first', `must be between 1 and ${MOST}`);
  return count;
}

/** Cursors are opaque: what they hold may change from version to version. */
export function writeCursor(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor that `isGood` takes; null where none was given. `from` says where a good one stands. */
export function readCursor(
  { after }: PageArgs,
  isGood: (parts: readonly string[]) => boolean,
  from = 'the endCursor of the page before',
): readonly string[] | null {
  if (after === null || after === undefined) return null;
  const parts = partsOf(after);
  if (parts !== null && isGood(parts)) return parts;
  throw new BadArgument('after', `is not a cursor of this list: give ${from}`);
}

/** What a cursor holds; null for what is none. */
export function partsOf(cursor: string): readonly string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null;
  } catch {
    return null;
  }
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export function isUuid(text: string | undefined): boolean {
  return text !== undefined && UUID.test(text);
}
