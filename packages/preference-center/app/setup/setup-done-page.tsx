import type { Language } from '@adieu/domain';
import { SETUP_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

interface SetupDoneProps {
  readonly language: Language;
  readonly done: {
    readonly addressBookId: string;
    readonly apiKey: string | null;
    readonly memberAddress: string;
  };
}

/** The answer to the form: the only page that ever shows the key. */
export function SetupDonePage({ language, done }: SetupDoneProps) {
  const words = SETUP_MESSAGES[language];
  const { addressBookId, apiKey, memberAddress } = done;
  const commands = [
    `npm run adieu -- import contacts.csv --book ${addressBookId}`,
    ...(apiKey === null
      ? []
      : [
          `ADIEU_BOOK=${addressBookId} ADIEU_API_KEY=${apiKey} npm run adieu -- campaign send examples/newsletter/campaigns/first.ts --watch`,
        ]),
  ];
  return (
    <Page language={language} title={words.ready} focusHeading forReview>
      <p>{words.mailed(memberAddress)}</p>
      {apiKey !== null && (
        <>
          <p>
            <strong>{words.keyOnce}</strong>
          </p>
          <p>
            <code id="key">{apiKey}</code>
          </p>
        </>
      )}
      <p>{words.bookId}</p>
      <p>
        <code id="book">{addressBookId}</code>
      </p>
      <p>{words.next}</p>
      {commands.map((command) => (
        <p key={command}>
          <code>{command}</code>
        </p>
      ))}
    </Page>
  );
}

/** For a link that has done its work. */
export function SetupBegunPage({ language }: { language: Language }) {
  const words = SETUP_MESSAGES[language];
  return (
    <Page language={language} title={words.begun} forReview>
      <p>{words.begunNote}</p>
      <p>
        <a href="/sign-in">{words.signIn}</a>
      </p>
    </Page>
  );
}
