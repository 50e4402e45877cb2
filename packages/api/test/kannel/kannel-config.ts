import { readFileSync } from 'node:fs';

export interface KannelPorts {
  readonly admin: number;
  readonly smsbox: number;
  readonly smsc: number;
  readonly sendsms: number;
}

const text = readFileSync(new URL('../../../../docs/sms.md', import.meta.url), 'utf8');
const chapter = text.slice(text.indexOf('\n### Kannel'));

/** The only such block of the chapter: what an operator copies is what the test starts. */
function blockOf(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'm').exec(chapter)![1]!;
}

/** kannel.conf as docs/sms.md has it, with the SMSC of Kannel's own tests in place of an operator's, and free ports. */
export function kannelConfig(ports: KannelPorts, ourUrl: string, folder: string): string {
  const smsc = `group = smsc\nsmsc = fake\nsmsc-id = fake\nport = ${ports.smsc}\nconnect-allow-ip = 127.0.0.1\n\n`;
  return blockOf('ini')
    .replace(/^group = smsc\n[^]*?\n\n/m, smsc)
    .replace(/^admin-port = .*/m, `admin-port = ${ports.admin}`)
    .replace(/^smsbox-port = .*/m, `smsbox-port = ${ports.smsbox}`)
    .replace(/^sendsms-port = .*/m, `sendsms-port = ${ports.sendsms}`)
    .replace(/^store-location = .*/m, `store-location = ${folder}/store`)
    .replace('https://HOST', ourUrl);
}

/** The entry of SMS_GATEWAYS_FILE as docs/sms.md has it, carrying every sender. */
export function kannelGateway(sendsms: number): object {
  const [entry] = JSON.parse(blockOf('json').replace(':13013/', `:${sendsms}/`)) as [object];
  return { ...entry, senders: ['*'] };
}
