import { SENDER_REFUSALS, type SenderRefusal } from '@adieu/domain';
import { readSender, type SenderForm } from '@adieu/keys';
import { InvalidInput } from '../shared/problems.ts';

/** A sender as it was typed; or what is wrong with it, about a field of the input that begins with `prefix`. */
export function readSenderInput(
  kind: SenderForm['kind'],
  typed: {
    readonly name?: string | null;
    readonly address: string;
    readonly keyword?: string | null;
  },
  country: string | null,
  prefix = '',
): SenderForm | InvalidInput {
  const { name, address, keyword } = typed;
  const read = readSender({ kind, address, name: name ?? '', keyword: keyword ?? '' }, country);
  return 'refused' in read ? senderRefused(read.refused, prefix) : read;
}

export function senderRefused(refused: SenderRefusal, prefix = ''): InvalidInput {
  const { field, message } = SENDER_REFUSALS[refused];
  return new InvalidInput(`${prefix}${field}`, message);
}
