import { createHash, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { type DkimKey, dkimKeysFor } from '@adieu/keys';
import { relaxedBody, relaxedHeader, type RawHeader, splitMail } from './canonical.ts';

/**
 * What is signed where it stands, and once more where it does not: a field added on the way then breaks the signature
 * (RFC 6376 8.15). RFC 8058 4 asks for the two List-Unsubscribe fields, RFC 9477 3.1 for CFBL-Address.
 */
const SIGNED = [
  'From',
  'To',
  'Cc',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'Feedback-ID',
  'CFBL-Address',
  'CFBL-Feedback-ID',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Help',
  'List-Owner',
  'List-Post',
];

/** Node signs in its own pool of threads where it is given a callback: the sender's thread only hashes. */
const signInPool = promisify(sign) as (
  algorithm: string | null,
  data: Buffer,
  key: DkimKey['privateKey'],
) => Promise<Buffer>;

/** Whether two domains are of one organisation, so that what the first signs may be from the second. */
export type HaveOneOwner = (signing: string, from: string) => Promise<boolean>;

export type MailSigner = (mail: Buffer, now: Date) => Promise<Buffer>;

/**
 * Signs mails with the keys of their From domain and of our mail domain, which CFBL-Address names (H-4, H-5, H-13). A
 * key of a domain above the From's signs only where both are of one organisation. A mail of a domain without keys leaves as it is: the check of a campaign says so. Written here, as no signer at hand
 * signs a field that is not there; verified in tests by another's verifier.
 */
export function createSigner(
  keys: readonly DkimKey[],
  mailDomain: string,
  haveOneOwner: HaveOneOwner,
): MailSigner {
  return async (mail, now) => {
    const { headers, body } = splitMail(mail);
    const from = headers.find(({ name }) => name === 'from')?.raw ?? '';
    const domain = (/@([^\s@<>"]+?)>?\s*$/.exec(from)?.[1] ?? '').toLowerCase();
    const near = dkimKeysFor(keys, domain);
    const signing = near[0]?.domain ?? domain;
    const isOwn = signing === domain || (await haveOneOwner(signing, domain));
    const chosen = new Set([...(isOwn ? near : []), ...dkimKeysFor(keys, mailDomain)]);
    if (chosen.size === 0) return mail;
    const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64');
    const lines = await Promise.all(
      [...chosen].map((key) => signatureLine(key, headers, bodyHash, now)),
    );
    return Buffer.concat([Buffer.from(lines.join(''), 'latin1'), mail]);
  };
}

async function signatureLine(
  key: DkimKey,
  headers: readonly RawHeader[],
  bodyHash: string,
  now: Date,
): Promise<string> {
  const names = SIGNED.flatMap((name) => [
    ...headers.filter((header) => header.name === name.toLowerCase()).map(() => name),
    name,
  ]);
  const unsigned = [
    `DKIM-Signature: v=1; a=${key.algorithm}; c=relaxed/relaxed;`,
    ` d=${key.domain};`,
    ` s=${key.selector}; t=${Math.floor(now.getTime() / 1000)};`,
    ...foldNames(names),
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n');
  const input = [
    ...SIGNED.flatMap((name) => fieldsOf(headers, name).map(relaxedHeader)),
    relaxedHeader({ name: 'dkim-signature', raw: unsigned }),
  ].join('\r\n');
  const data = Buffer.from(input, 'latin1');
  const signature =
    key.algorithm === 'rsa-sha256'
      ? await signInPool('sha256', data, key.privateKey)
      : // RFC 8463 3: Ed25519 signs the hash.
        await signInPool(null, createHash('sha256').update(data).digest(), key.privateKey);
  const folded = signature
    .toString('base64')
    .match(/.{1,72}/g)!
    .join('\r\n ');
  return `${unsigned}${folded}\r\n`;
}

/** Fields of one name are signed from the last to the first (RFC 6376 5.4.2). */
function fieldsOf(headers: readonly RawHeader[], name: string): RawHeader[] {
  return headers.filter((header) => header.name === name.toLowerCase()).toReversed();
}

function foldNames(names: readonly string[]): string[] {
  const lines: string[] = [];
  let line = ' h=';
  names.forEach((name, i) => {
    const piece = i < names.length - 1 ? `${name}:` : `${name};`;
    if (line.length + piece.length > 76) {
      lines.push(line);
      line = '  ';
    }
    line += piece;
  });
  return [...lines, line];
}
