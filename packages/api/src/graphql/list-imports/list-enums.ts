import {
  LIST_FIELDS,
  LIST_FORMATS,
  LIST_IMPORT_STATES,
  LIST_KINDS,
  type ListField,
} from '@adieu/domain';
import { enumOf } from '../shared/enum-of.ts';

export const ListKindEnum = enumOf('ListKind', LIST_KINDS, 'Who left, or who is to be in a book.');
export const ListFormatEnum = enumOf('ListFormat', LIST_FORMATS);
export const ListImportStateEnum = enumOf(
  'ListImportState',
  LIST_IMPORT_STATES,
  'UPLOADED: it is being looked at. LOOKED: `mapListImport` is waited for. MAPPED: it is being read and counted. COUNTED: `runListImport` is waited for.',
);

/** Consents are imported by `recordConsents`, which asks for what proves them. */
const TAKEN = LIST_FIELDS.filter((field) => !field.startsWith('CONSENT_'));
export const ListFieldEnum = enumOf<ListField>(
  'ListField',
  TAKEN,
  'What a column holds. ADDRESS: an e-mail address or a number. TAGS: groups, separated by commas. LEFT: whether somebody left. FIELD: a merge field. IGNORE: nothing that is taken.',
);
