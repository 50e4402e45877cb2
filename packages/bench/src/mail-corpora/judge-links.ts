import { readdirSync } from 'node:fs';
import { chooseWayOut, type MailedWayOut } from '@adieu/intake';
import { corpus, judged, type Judged, readJson } from './judged.ts';

interface Vector {
  readonly name: string;
  readonly input: {
    readonly list_unsubscribe: string;
    readonly list_unsubscribe_post: string | null;
  };
  readonly expected: MailedWayOut | { readonly kind: 'None' };
}

/** What a mail program makes of List-Unsubscribe. */
export function judgeLinks(): Judged[] {
  const names = readdirSync(corpus('list-unsubscribe-vectors'));
  return names
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .map((file) => {
      const { name, input, expected } = readJson('list-unsubscribe-vectors', file) as Vector;
      const chosen = chooseWayOut(input.list_unsubscribe, input.list_unsubscribe_post);
      return judged('List-Unsubscribe', name, expected, chosen ?? { kind: 'None' });
    });
}
