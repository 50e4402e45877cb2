import type { SmsSenderGrant, SmsSenderKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { type SmsSenderOwner, SmsSenderOwnerEntity } from './sms-sender-owner.entity.ts';

const BY_NAME = { kind: 'asc', address: 'asc', keyword: 'asc' } as const;

/** What an organisation may send SMS from. */
export async function findSmsSenders(sql: Sql, organisationId: string): Promise<SmsSenderOwner[]> {
  return sql.em().find(SmsSenderOwnerEntity, { organisationId }, { orderBy: BY_NAME });
}

/** Everything that is somebody's, and whose it is: for whoever runs the installation. */
export async function allSmsSenders(sql: Sql): Promise<
  {
    readonly kind: SmsSenderKind;
    readonly address: string;
    readonly keyword: string;
    readonly organisationId: string;
    readonly organisation: string;
    readonly assignedBy: SmsSenderGrant;
  }[]
> {
  return sql.rows(
    `SELECT s.kind, s.address, s.keyword, o.id AS "organisationId", o.name AS organisation, s.assigned_by AS "assignedBy"
     FROM sms_sender_owner s JOIN organisation o ON o.id = s.organisation_id
     ORDER BY s.kind, s.address, s.keyword`,
  );
}
