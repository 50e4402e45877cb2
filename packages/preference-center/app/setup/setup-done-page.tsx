import type { Language } from '@adieu/domain';
import { SETUP_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

interface SetupDoneProps {
  readonly language: Language;
  readonly done: {
    readonly addressBookId: string;
    readonly apiKey: string | null;
    readonly adminApiKey: string | null;
    readonly memberAddress: string;
    /** For a shell, one by one. */
    readonly commands: readonly string[];
  };
}

/** The answer to the form: the only page that ever shows the keys. */
export function SetupDonePage({ language, done }: SetupDoneProps) {
  const words = SETUP_MESSAGES[language];
  const { addressBookId, apiKey, adminApiKey, memberAddress, commands } = done;
  return (
    <Page language={language} title={words.ready} focusHeading forReview>
      <p>{words.mailed(memberAddress)}</p>
      <Secret id="key" secret={apiKey} about={words.keyOnce} />
      <Secret id="admin-key" secret={adminApiKey} about={words.adminKeyOnce} />
      <p>{words.bookId}</p>
      <p>
        <code id="book">{addressBookId}</code>
      </p>
      <p>{apiKey === null ? words.nextWithoutKey : words.next}</p>
      <ol className="commands">
        {commands.map((command) => (
          <li key={command}>
            <code>{command}</code>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Secret({ id, secret, about }: { id: string; secret: string | null; about: string }) {
  if (secret === null) return null;
  return (
    <>
      <p>
        <strong>{about}</strong>
      </p>
      <p>
        <code id={id}>{secret}</code>
      </p>
    </>
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
