import type { GenericSettings } from '@adieu/gateways';
import { type Fields, Unreadable } from '../read/fields.ts';
import { idOf, instantOf, mustHaveText, numberOf } from '../read/values.ts';
import type { SmsReceived } from '../sms-ingress.ts';

export function readMessage(
  fields: Fields,
  { from, to, text, id, at, parts }: GenericSettings['receive'],
  only: string,
): SmsReceived {
  return {
    kind: 'received',
    gatewayId: idOf(fields, id),
    from: numberOf(fields, from),
    to: to === null ? only : numberOf(fields, to),
    text: mustHaveText(fields, text),
    at: instantOf(fields, at),
    part: parts === null ? null : partOf(fields, parts),
    hint: null,
  };
}

const MOST_PARTS = 255;

/** Null where it is whole: gateways name no parts then, or one of one. */
function partOf(
  fields: Fields,
  names: NonNullable<GenericSettings['receive']['parts']>,
): SmsReceived['part'] {
  const ref = idOf(fields, names.ref);
  const [number, of] = [fields.text(names.number), fields.text(names.of)].map((text) =>
    /^\d{1,3}$/.test(text ?? '') ? Number(text) : 0,
  ) as [number, number];
  if (ref === null || of === 1) return null;
  if (number < 1 || number > of || of > MOST_PARTS)
    throw new Unreadable('the parts are counted wrong');
  return { ref, number, of };
}
