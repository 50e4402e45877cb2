import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { ReactNode } from 'react';
import type { Brand } from '../api/operations.ts';
import { brandStyles } from '../brand/brand-styles.ts';
import { SenderFooter } from './sender-footer.tsx';
import { SenderHeader } from './sender-header.tsx';
import { PAGE_STYLES, REVIEW_STYLES } from './styles.ts';

interface PageProps {
  readonly language: Language;
  readonly title: string;
  /** Whose page it is; absent where the link is unknown. */
  readonly sender?: {
    readonly accountName: string;
    readonly organisationName: string;
    readonly brand?: Brand | null;
  };
  /** Moves focus to the heading: set on the answer to a form, so that a screen reader begins there. */
  readonly focusHeading?: boolean;
  /** A page for those who decide: with the styles of these, which recipients need not load. */
  readonly forReview?: boolean;
  readonly children: ReactNode;
}

/** A whole document: no script, inlined stylesheets, no request but for the account's logo from here (P-3, P-8). */
export function Page(props: PageProps) {
  const { language, title, sender, focusHeading = false, forReview = false, children } = props;
  const brand = sender?.brand ?? null;
  const name = brand?.displayName ?? sender?.accountName ?? null;
  const ownStyles = brandStyles(brand);
  const focus = focusHeading ? { tabIndex: -1, autoFocus: true } : {};
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{name === null ? title : `${title} · ${name}`}</title>
        <link rel="icon" href="data:," />
        {/* why: the policy names this text's hash; escaping would change it. */}
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLES }} />
        {ownStyles && <style dangerouslySetInnerHTML={{ __html: ownStyles }} />}
        {forReview && <style dangerouslySetInnerHTML={{ __html: REVIEW_STYLES }} />}
      </head>
      <body>
        {name !== null && <SenderHeader name={name} logo={brand?.logo ?? null} />}
        <main>
          <h1 {...focus}>{title}</h1>
          {children}
        </main>
        {sender && (
          <SenderFooter
            organisationName={sender.organisationName === name ? null : sender.organisationName}
            imprint={brand?.imprint ?? null}
            messages={PAGE_MESSAGES[language]}
          />
        )}
      </body>
    </html>
  );
}
