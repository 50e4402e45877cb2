import type { Language } from '@adieu/domain';
import type { ReactNode } from 'react';
import reviewStyles from '../review/review.css?inline';
import styles from '../styles.css?inline';

interface PageProps {
  readonly language: Language;
  readonly title: string;
  /** Whose page it is; absent where the link is unknown. */
  readonly sender?: { readonly accountName: string; readonly organisationName: string };
  /** Moves focus to the heading: set on the answer to a form, so that a screen reader begins there. */
  readonly focusHeading?: boolean;
  /** A page for those who decide: with the styles of these, which recipients need not load. */
  readonly forReview?: boolean;
  readonly children: ReactNode;
}

/** A whole document: no script, one inlined stylesheet, no request to anywhere (P-3, P-8). */
export function Page(props: PageProps) {
  const { language, title, sender, focusHeading = false, forReview = false, children } = props;
  const focus = focusHeading ? { tabIndex: -1, autoFocus: true } : {};
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{sender ? `${title} · ${sender.accountName}` : title}</title>
        <link rel="icon" href="data:," />
        {/* why: the policy names this text's hash; escaping would change it. */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
        {forReview && <style dangerouslySetInnerHTML={{ __html: reviewStyles }} />}
      </head>
      <body>
        {sender && <header>{sender.accountName}</header>}
        <main>
          <h1 {...focus}>{title}</h1>
          {children}
        </main>
        {sender && sender.organisationName !== sender.accountName && (
          <footer>{sender.organisationName}</footer>
        )}
      </body>
    </html>
  );
}
