import { HANDSET_HEADER } from '@adieu/domain';
import type { GenericSettings } from '../config/generic-schema.ts';
import type { SettingsOf } from '../config/gateway-schema.ts';

/** The handset speaks the generic protocol: this is what an operator would write for it. */
export function handsetSettings({ url, secret }: SettingsOf<'handset'>): GenericSettings {
  const headers = { [HANDSET_HEADER]: secret[0]! };
  return {
    textSender: true,
    inboundParts: 'whole',
    send: {
      method: 'POST',
      url: new URL('/messages', url).href,
      headers,
      contentType: 'application/json',
      body: '{"id":{{id}},"from":{{from}},"to":{{to}},"text":{{text}},"encoding":{{encoding}},"parts":{{parts}},"statusUrl":{{status_url}}}',
      statusQuery: null,
      success: null,
      idPath: 'id',
      idPattern: null,
      refusals: [
        { status: 409, matches: null, as: 'opted-out', again: false },
        { status: 422, matches: null, as: 'number', again: false },
      ],
    },
    receive: { from: 'from', to: 'to', text: 'text', id: 'id', at: 'at', parts: null },
    statuses: {
      state: 'state',
      id: 'id',
      code: 'code',
      number: null,
      to: null,
      at: 'at',
      sent: ['SENT'],
      delivered: ['DELIVERED'],
      failed: ['FAILED'],
      optedOut: [],
      deactivated: [],
    },
    proof: { header: { name: HANDSET_HEADER, secret } },
    optOuts: {
      list: {
        url: `${new URL('/opt-outs', url).href}?cursor={{cursor}}`,
        headers,
        items: 'optOuts',
        number: 'number',
        sender: 'sender',
        next: 'next',
      },
      add: {
        method: 'POST',
        url: new URL('/opt-outs', url).href,
        headers,
        contentType: 'application/json',
        body: '{"number":{{number}},"sender":{{sender}}}',
      },
    },
    answer: { status: 200, contentType: null, body: '' },
  };
}
