import { formatInstant, PAGE_MESSAGES, type PageMessages, type Reader } from '@adieu/messages';
import type { DoubleOptInView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';
import { scopeText } from '../preferences/scope-text.ts';

interface ClosedPageProps {
  readonly token: string;
  readonly view: DoubleOptInView;
  readonly reader: Reader;
  readonly posted: boolean;
}

/** A link that changes nothing any more: why, and a new one for whoever wants it, newcomers too. */
export function ClosedPage({ token, view, reader, posted }: ClosedPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  const { title, note } = whyOf(view, reader, messages);
  return (
    <Page language={language} title={title} sender={view} focusHeading={posted}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      {view.state !== 'ARCHIVED' && (
        <dl>
          <dt>{messages.what}</dt>
          <dd>{scopeText(view.scope, messages)}</dd>
        </dl>
      )}
      <p>{note}</p>
      {view.state !== 'ARCHIVED' && (
        <form method="post" action={`/o/${token}`}>
          <p className="note">{messages.newLinkNote(view.maskedAddress)}</p>
          <button {...BUTTONS.askReturn}>{messages.newLink}</button>
        </form>
      )}
    </Page>
  );
}

function whyOf(
  view: DoubleOptInView,
  reader: Reader,
  messages: PageMessages,
): { readonly title: string; readonly note: string } {
  const { state, scope, confirmedAt, leftAgainAt } = view;
  if (state === 'ARCHIVED')
    return { title: messages.noLongerSent(scope.name), note: messages.noLongerSentNote };
  if (state === 'ENDED') return { title: messages.expired, note: messages.notFoundUnchanged };
  const title = messages.superseded;
  if (confirmedAt === null || leftAgainAt === null) return { title, note: messages.supersededNote };
  const at = (instant: string): string => formatInstant(reader, instant);
  return { title, note: messages.leftAgainNote(at(confirmedAt), at(leftAgainAt)) };
}
