import type { WebhookDisabledBecause } from '@adieu/domain';
import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Text } from 'react-email';
import { Frame, paragraph } from './frame.tsx';

export interface WebhookDisabledProps extends Reader {
  readonly organisation: string;
  readonly url: string;
  readonly because: WebhookDisabledBecause;
  readonly failingSince: Date | null;
}

/** Tells an admin that nothing is delivered to a webhook endpoint any more, and that nothing is lost. */
export function WebhookDisabledEmail(props: WebhookDisabledProps) {
  const messages = MAIL_MESSAGES[props.language].webhookDisabled;
  const since = props.failingSince === null ? null : formatInstant(props, props.failingSince);
  return (
    <Frame
      language={props.language}
      preview={webhookDisabledSubject(props)}
      signature={props.organisation}
    >
      <Text style={paragraph}>{messages.said[props.because](since ?? '–')}</Text>
      <Text style={{ ...paragraph, wordBreak: 'break-all' }}>{shown(props.url)}</Text>
      <Text style={paragraph}>{messages.advice}</Text>
    </Frame>
  );
}

export function webhookDisabledSubject({ language, url }: WebhookDisabledProps): string {
  return MAIL_MESSAGES[language].webhookDisabled.subject(new URL(url).host);
}

/** Without what stands behind the path: it may be a secret of theirs. */
function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
