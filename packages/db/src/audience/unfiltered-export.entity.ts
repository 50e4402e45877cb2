import type { Purpose } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const UnfilteredExportEntity = defineEntity({
  name: 'UnfilteredExport',
  tableName: 'unfiltered_export',
  comment:
    'Who chose a book to be handed out unfiltered, when, why and until when; the latest of a book counts',
  indexes: [{ name: 'unfiltered_export_book', properties: ['addressBookId', 'id'] }],
  checks: [
    {
      name: 'marketing_stays_filtered',
      expression: "purpose = ANY (ARRAY['SERVICE'::text, 'TRANSACTIONAL'::text])",
    },
    { name: 'unfiltered_export_check', expression: 'until > allowed_at' },
    { name: 'unfiltered_export_reason_check', expression: "reason <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    addressBookId: foreignKey(AddressBookEntity),
    purpose: p.text().$type<Purpose>(),
    reason: p.text(),
    allowedAt: p.datetime(),
    allowedBy: p.text(),
    until: p.datetime(),
  },
});
