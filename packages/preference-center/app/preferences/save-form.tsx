import type { ReactNode } from 'react';

/**
 * A form bound to its link by its address (P-7): the token in the path is the whole authority, an unguessable secret.
 * There is no cookie and no session that a foreign page could ride on, so no second secret is needed.
 */
export function SaveForm({ token, children }: { token: string; children: ReactNode }) {
  return (
    // Without autoComplete a reload would bring back ticks that no longer tell what is on.
    <form method="post" action={`/p/${token}`} autoComplete="off">
      {children}
    </form>
  );
}
