import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { PersonalDataView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';

interface DataPageProps {
  readonly token: string;
  readonly view: PersonalDataView;
  readonly language: Language;
}

/**
 * What is kept of an address: in numbers to see, whole to take, and to erase (P5, G-3, G-4). Who had left nothing chooses
 * whether they leave too: erased alone, they may be written to again where a list names them anew.
 */
export function DataPage({ token, view, language }: DataPageProps) {
  const messages = PAGE_MESSAGES[language];
  const counts = [
    [messages.inBooks, view.addressBooks],
    [messages.messagesCount, view.messages],
    [messages.wishes, view.requests],
    [messages.consents, view.consents],
  ] as const;
  return (
    <Page language={language} title={messages.dataTitle} sender={view}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      <p>{messages.dataIntro(view.organisationName)}</p>
      <dl>
        {counts.map(([name, count]) => (
          <div className="row" key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/d/${token}/data.json`} download="data.json">
          {messages.download}
        </a>
      </p>
      <section>
        <h2>{messages.erase}</h2>
        <p>{messages.eraseNote}</p>
        <p>
          {view.leftSomething
            ? messages.eraseLeavesAll(view.organisationName)
            : messages.eraseLeavesNothing(view.organisationName)}
        </p>
        <form method="post" action={`/d/${token}`}>
          {view.leftSomething ? (
            <button {...BUTTONS.erase}>{messages.erase}</button>
          ) : (
            <>
              <button {...BUTTONS.leaveAndErase}>{messages.leaveAndErase}</button>
              <button {...BUTTONS.erase}>{messages.eraseOnly}</button>
            </>
          )}
        </form>
      </section>
    </Page>
  );
}
