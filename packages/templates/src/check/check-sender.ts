import { domainOf } from '@adieu/domain';
import type { CompiledCampaign } from '../campaign/compiled.ts';
import type { CheckContext } from './check-context.ts';
import { type Finding, findingAbout } from './finding.ts';
import { senderMissing } from './sender-missing.ts';

type Said = Pick<CompiledCampaign, 'identity' | 'purpose'>;

const IDENTITY_NAMES = {
  postalAddress: 'the postal address',
  onBehalfOf: 'on whose behalf it is sent',
  marking: 'the mark that it is advertising',
} as const;

const FOREIGN = findingAbout(
  'ERROR',
  'FROM_FOREIGN',
  'sender',
  'the domain of From is not the organisation’s to send from',
  'Claim the domain, publish the TXT record that this gives, and check it; or choose another sender.',
);

/** Who sends: signed for the domain that readers see (H-5), and with the lines that the law asks for (H-18). */
export function checkSender(campaign: Said, context: CheckContext): Finding[] {
  return [
    ...senderMissing('EMAIL', context.sender),
    ...(context.ownsSender ? checkSigning(context) : [FOREIGN]),
    ...checkIdentity(campaign, context),
  ];
}

function checkSigning({ signedDomains, sender }: CheckContext): Finding[] {
  if (signedDomains === null) {
    return [
      findingAbout(
        'WARNING',
        'DKIM_LEFT_TO_MAIL_SERVER',
        'sender',
        'mails are not signed (DKIM) here',
        'See to it that your mail server signs them, List-Unsubscribe and List-Unsubscribe-Post included (RFC 8058 4), or set DKIM_KEYS_FILE.',
      ),
    ];
  }
  if (sender === null) return [];
  const domain = domainOf(sender.address);
  const isAligned = signedDomains.some(
    (signed) => domain === signed || domain.endsWith(`.${signed}`),
  );
  if (isAligned) return [];
  return [
    findingAbout(
      'WARNING',
      'FROM_NOT_ALIGNED',
      'sender',
      `no DKIM key is for ${domain}, the domain of From: DMARC fails and mailbox providers refuse`,
      [
        `Add a key for ${domain} to DKIM_KEYS_FILE`,
        ...(signedDomains.length > 0 ? [`or send from ${signedDomains.join(' or ')}`] : []),
      ].join(', ') + '.',
    ),
  ];
}

function checkIdentity({ identity, purpose }: Said, { identityWanted }: CheckContext): Finding[] {
  if (purpose === 'TRANSACTIONAL') return [];
  const missing = identityWanted
    .filter((key) => !identity?.[key]?.trim())
    .map((key) =>
      findingAbout(
        'ERROR',
        'IDENTITY_MISSING',
        'sender',
        `${IDENTITY_NAMES[key]} is missing, which the law of this regime asks for`,
        'Set it for the campaign; it is put at the end of the mail, or where you write its merge field.',
      ),
    );
  return PLACEHOLDER.test(identity?.postalAddress ?? '') ? [...missing, STANDS_THERE] : missing;
}

/** An address that was copied with an example. */
const PLACEHOLDER = /\byour (?:address|company|organi[sz]ation|postcode|street|town|city)\b/i;

const STANDS_THERE = findingAbout(
  'WARNING',
  'IDENTITY_PLACEHOLDER',
  'sender',
  'the postal address is still that of the example',
  'Write your own: recipients see it at the end of the mail, and the law asks for it.',
);
