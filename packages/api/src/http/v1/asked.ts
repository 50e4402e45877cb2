import type { Database } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';

export interface V1Deps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly clock: () => Date;
  readonly publicUrl: string;
}

/** What a route was asked, by whom, once it was read. */
export interface Asked<Body> {
  readonly viewer: Viewer;
  readonly body: Body;
}

/** Why nothing was done, as it is told. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

export function refusal(
  status: number,
  code: string,
  message: string,
  field: string | null = null,
): Refusal {
  return { status, code, message, field };
}
