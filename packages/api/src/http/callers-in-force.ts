import { isDeepStrictEqual } from 'node:util';
import { type DatabaseAccess, keysInForce, sessionsInForce } from '@adieu/db';
import type { Viewer } from '@adieu/domain';

/** `changed`: what they began by still stands, with other rights than it had. */
export type Standing = 'in force' | 'changed' | 'ended';

/** Whose end ends what somebody began: a key's own id, a member's session. */
const cameBy = ({ id, sessionId }: Viewer): string => sessionId ?? id;

/** How the keys and sessions stand by now that something long was begun by, in two statements for any number of them. */
export async function standingOf(
  db: DatabaseAccess,
  viewers: readonly Viewer[],
  now: Date,
): Promise<(viewer: Viewer) => Standing> {
  const of = (kind: Viewer['kind']): string[] => [
    ...new Set(viewers.filter((viewer) => viewer.kind === kind).map(cameBy)),
  ];
  const [keys, sessions] = [of('KEY'), of('MEMBER')];
  const keysLeft = new Set(keys.length > 0 ? await keysInForce(db.sql, keys, now) : []);
  const left = sessions.length > 0 ? await sessionsInForce(db.sql, sessions, now) : [];
  const given = new Map(left.map(({ id, grants }) => [id, grants]));
  return (viewer) => {
    const grants = keysLeft.has(viewer.id) ? viewer.grants : given.get(cameBy(viewer));
    if (grants === undefined) return 'ended';
    return isDeepStrictEqual(grants, viewer.grants) ? 'in force' : 'changed';
  };
}
