import type { Row } from '../../graphql/access/area.ts';
import { CLEAR_SUPPRESSIONS, SUPPRESSIONS } from '../access/routes.ts';
import type { Addresses } from './show-standing.ts';

/** The row of a list: addresses in clear have one of their own. */
export function rowFor({ addresses }: { readonly addresses: Addresses }): Row {
  return addresses === 'clear' ? CLEAR_SUPPRESSIONS : SUPPRESSIONS;
}
