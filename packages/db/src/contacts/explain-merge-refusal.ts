import { ADDRESS_FIELDS } from '@adieu/domain';
import type { RejectedRow } from './contact-row.ts';
import type { MergeRefusal } from './merge-contacts.ts';

const ADDRESSES = { EMAIL: 'e-mail address', SMS: 'number' } as const;

/** Why a person of a list was not put into the book, and what to do. */
export function explainMergeRefusal(refusal: MergeRefusal): Omit<RejectedRow, 'line'> {
  if (refusal.refused === 'two-contacts')
    return {
      field: ADDRESS_FIELDS.SMS,
      message:
        'the number is of another contact of this book than the e-mail address: remove the contact that is not this person, then import the row again',
    };
  const which = ADDRESSES[refusal.channel];
  return {
    field: ADDRESS_FIELDS[refusal.channel],
    message: `this person has another ${which} in this book, and an import changes none: change it at the contact, or leave it out of the row`,
  };
}
