import type { Channel, ParkedBecause } from '@adieu/domain';

const OF_SMS: Readonly<Record<ParkedBecause, string>> = {
  UNREADABLE: 'What its gateway sent can not be read. Have the gateway bring it again.',
  TOO_LONG: 'Reading it took longer than one may take.',
  TOO_LARGE: 'It is larger than one may be.',
  NO_SENDER: 'It came to a number that nobody here sends from.',
  FAULT:
    'Reading it failed each time, by a fault of Adieu or its database. Have it read again once that is mended.',
};

const OF_MAIL: Readonly<Record<ParkedBecause, string>> = {
  UNREADABLE:
    'It can not be taken apart: its parts or its HTML are nested too deep, or it is not what it says. Somebody may have written a wish in it.',
  TOO_LONG:
    'Taking it apart took longer than one mail may: it was made for that, or is very unusual.',
  TOO_LARGE:
    'Taking it apart took more memory than one mail may, or it is large and what was written does not stand at its beginning.',
  NO_SENDER: 'It names no mail of ours: nobody here can be meant.',
  FAULT: OF_SMS.FAULT,
};

/** Why something that came in waits for a member. */
export function explainParked(channel: Channel, because: ParkedBecause): string {
  return (channel === 'SMS' ? OF_SMS : OF_MAIL)[because];
}
