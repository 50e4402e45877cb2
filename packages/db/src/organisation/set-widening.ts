import type { Widening } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { OrganisationEntity } from './organisation.entity.ts';

/** How far opt-outs count that are recorded from now on; what was recorded before stays as it is (F9, D6). */
export async function setWidening(
  sql: Sql,
  organisationId: string,
  widening: Widening,
): Promise<void> {
  await sql.em().nativeUpdate(OrganisationEntity, { id: organisationId }, { widening });
}
