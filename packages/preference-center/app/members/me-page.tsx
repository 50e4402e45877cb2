import { formatBrief, MEMBER_MESSAGES, plural, type Reader } from '@adieu/messages';
import type { MeView } from '../api/operations.ts';
import { Page } from '../page/page.tsx';
import { browserName } from './browser-name.ts';

interface MeProps {
  readonly view: MeView;
  readonly reader: Reader;
}

/** Who a member is here: their roles, what waits for them, and where they are signed in. */
export function MePage({ view, reader }: MeProps) {
  const { language } = reader;
  const messages = MEMBER_MESSAGES[language];
  const { waiting } = view;
  return (
    <Page language={language} title={view.name} forReview>
      <p className="address">
        <bdi>{view.email}</bdi>
      </p>
      <p>{messages.signedInAt(view.organisationName)}</p>
      {waiting !== null && (
        <section>
          <h2>{messages.review}</h2>
          <p>
            {waiting === 0 ? messages.noneWaiting : plural(language, waiting, messages.waiting)}
          </p>
          <form method="post" action="/members">
            <button name="intent" value="review" className="first">
              {messages.toReview}
            </button>
          </form>
        </section>
      )}
      <section>
        <h2>{messages.roles}</h2>
        {view.roles.length === 0 && <p>{messages.noRoles}</p>}
        <ul>
          {view.roles.map(({ role, accountName }) => (
            <li key={`${role} ${accountName}`}>
              {messages.roleOf[role]} ({accountName ?? messages.everyAccount})
            </li>
          ))}
        </ul>
      </section>
      <Sessions view={view} reader={reader} />
      <form method="post" action="/members" className="away">
        <button name="intent" value="signOut">
          {messages.signOut}
        </button>
      </form>
    </Page>
  );
}

function Sessions({ view: { sessions }, reader }: MeProps) {
  const messages = MEMBER_MESSAGES[reader.language];
  return (
    <section>
      <h2>{messages.sessions}</h2>
      <form method="post" action="/members">
        <ul className="topics-off">
          {sessions.map((session) => {
            const name = browserName(session.userAgent) ?? messages.otherBrowser;
            return (
              <li key={session.id}>
                <span>
                  <b>{name}</b>
                  {session.isThis && ` (${messages.thisBrowser})`}
                  <br />
                  <span className="note">
                    {messages.since(
                      formatBrief(reader, session.createdAt),
                      formatBrief(reader, session.seenAt),
                    )}{' '}
                    {messages.until(formatBrief(reader, session.expiresAt))}
                  </span>
                </span>
                {!session.isThis && (
                  <button
                    name="session"
                    value={session.id}
                    aria-label={messages.endSessionOf(name)}
                  >
                    {messages.endSession}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 && (
          <p>
            <button name="intent" value="endOthers">
              {messages.endOthers}
            </button>
          </p>
        )}
      </form>
    </section>
  );
}
