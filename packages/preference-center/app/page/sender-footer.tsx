import type { PageMessages } from '@adieu/messages';
import type { Brand } from '../api/operations.ts';

interface SenderFooterProps {
  /** Null where the page's head says it already. */
  readonly organisationName: string | null;
  readonly imprint: Brand['imprint'] | null;
  readonly messages: PageMessages;
}

/** Who answers for the messages, below everything else. */
export function SenderFooter({ organisationName, imprint, messages }: SenderFooterProps) {
  const links = [
    [messages.imprint, imprint?.imprintUrl],
    [messages.privacyPolicy, imprint?.privacyUrl],
  ] as const;
  const lines = [imprint?.postalAddress, imprint?.contact].filter(Boolean).join('\n');
  const shown = links.filter(([, url]) => url);
  if (organisationName === null && lines === '' && shown.length === 0) return null;
  return (
    <footer>
      {organisationName !== null && <p>{organisationName}</p>}
      {lines !== '' && <address>{lines}</address>}
      {shown.length > 0 && (
        <p>
          {shown.map(([name, url]) => (
            <a key={name} href={url!} rel="noreferrer">
              {name}
            </a>
          ))}
        </p>
      )}
    </footer>
  );
}
