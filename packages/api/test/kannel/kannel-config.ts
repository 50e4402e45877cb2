export interface KannelPorts {
  readonly admin: number;
  readonly smsbox: number;
  readonly smsc: number;
  readonly sendsms: number;
}

export const USER = 'adieu';
export const PASSWORD = 'sendsms-secret-of-the-tests';
export const KEY = 'inbound-secret-of-the-tests';

/** As docs/sms.md has it, with the SMSC of Kannel's own tests in place of an operator's. */
export function kannelConfig(ports: KannelPorts, ourUrl: string, folder: string): string {
  return `
group = core
admin-port = ${ports.admin}
admin-password = ${PASSWORD}
admin-interface = 127.0.0.1
smsbox-port = ${ports.smsbox}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
dlr-storage = internal
store-type = file
store-location = ${folder}/store

group = smsc
smsc = fake
smsc-id = fake
port = ${ports.smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789+ "
mo-recode = true
http-request-retry = 20
http-queue-delay = 1

group = sendsms-user
username = ${USER}
password = ${PASSWORD}
user-allow-ip = "127.0.0.1"
concatenation = true
max-messages = 10

group = sms-service
keyword = default
catch-all = true
get-url = "${ourUrl}/sms/kannel?from=%p&to=%P&text=%b&id=%I&at=%T&key=${KEY}"
max-messages = 0
`;
}

/** The entry of SMS_GATEWAYS_FILE. */
export function kannelGateway(sendsms: number): object {
  const query = [
    `username=${USER}&password=${PASSWORD}&charset=UTF-8&coding={{coding}}`,
    'from={{from}}&to={{to}}&text={{text}}&validity={{minutes_left}}',
    'dlr-mask=31&dlr-url={{status_url}}',
  ].join('&');
  return {
    name: 'kannel',
    kind: 'generic',
    senders: ['*'],
    atOnce: 20,
    send: {
      method: 'GET',
      url: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms?${query}`,
      statusQuery: `state=%d&code=%A&key=${KEY}`,
      success: '^(0: Accepted|3: Queued)',
      refusals: [{ status: 403, matches: 'Authorization failed', as: 'fault', again: true }],
    },
    receive: { from: 'from', to: 'to', text: 'text', id: 'id', at: 'at' },
    statuses: {
      state: 'state',
      code: 'code',
      delivered: ['1'],
      failed: ['2', '16', '32'],
      sent: ['4', '8'],
    },
    proof: { query: { name: 'key', secret: KEY }, sources: ['127.0.0.1'] },
  };
}
