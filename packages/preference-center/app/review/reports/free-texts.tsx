import { formatBrief, PAGE_MESSAGES, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import { reasonText } from './reason-text.ts';
import type { ReportedCampaign } from './reported-campaign.ts';

interface FreeTextsProps {
  readonly campaign: ReportedCampaign;
  readonly reader: Reader;
  readonly after: string | null;
  readonly href: string;
}

/** In the words of those who left; as text, never markup. */
export function FreeTexts({ campaign, reader, after, href }: FreeTextsProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const { nodes, pageInfo } = campaign.freeTexts;
  return (
    <section>
      <h2>{messages.reports.ownWords}</h2>
      {nodes.length === 0 ? (
        <p className="note">{messages.reports.noOwnWords}</p>
      ) : (
        <ul className="texts">
          {nodes.map(({ text, reason, givenAt }, i) => (
            <li key={i}>
              {text !== null && <span className="said">{PAGE_MESSAGES[language].quote(text)}</span>}
              <span className="facts">
                {reason !== null && <>{reasonText(reason, language)} · </>}
                {formatBrief(reader, givenAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {(after !== null || pageInfo.hasNextPage) && (
        <p className="pages">
          {after !== null && <a href={href}>{messages.firstPage}</a>}
          {pageInfo.hasNextPage && (
            <a href={`${href}?after=${pageInfo.endCursor}`}>{messages.nextPage}</a>
          )}
        </p>
      )}
    </section>
  );
}
