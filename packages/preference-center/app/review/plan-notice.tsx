import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES, plural, REVIEW_MESSAGES } from '@adieu/messages';
import type { PlannedDecision } from '../api/operations.ts';
import { Who } from './who.tsx';

/** What a decision has come to, in one line. */
export function planTitle(plan: PlannedDecision, language: Language): string {
  const messages = REVIEW_MESSAGES[language];
  const { state, decision, total, refused, carriedOut } = plan;
  if (state === 'PLANNED')
    return plural(language, total - refused - carriedOut, messages.willBe[decision]);
  if (state === 'UNDONE') return messages.undone;
  if (carriedOut === 0) return messages.noneDone;
  return plural(language, carriedOut, messages.done[decision]);
}

interface PlanNoticeProps {
  readonly plan: PlannedDecision;
  readonly language: Language;
  readonly now: Date;
  /** Of the page, with its filter. */
  readonly action: string;
  /** Its own page, which tells what became of it. */
  readonly href: string;
  readonly tooLate: boolean;
}

/** What a decision has come to: how long it can be undone, or what was done, and of which requests it was not (nothing pretended). */
export function PlanNotice({ plan, language, now, action, href, tooLate }: PlanNoticeProps) {
  const messages = REVIEW_MESSAGES[language];
  const { id, state, decision, reason, carriedOut, refused, refusals } = plan;
  return (
    <>
      {tooLate && <p>{messages.tooLate}</p>}
      {state === 'PLANNED' && (
        <p>{plural(language, secondsUntil(plan.dueAt, now), messages.willBeIn)}</p>
      )}
      {state === 'UNDONE' && <p>{messages.undoneNote}</p>}
      {state === 'CARRIED_OUT' && carriedOut > 0 && <p>{messages.doneNote[decision]}</p>}
      {state !== 'CARRIED_OUT' && carriedOut > 0 && (
        <p>{plural(language, carriedOut, messages.atOnce)}</p>
      )}
      {decision === 'DECLINE' && state !== 'UNDONE' && reason !== null && (
        <p className="said">
          {messages.yourReason} {PAGE_MESSAGES[language].quote(reason)}
        </p>
      )}
      {refused > 0 && (
        <>
          <p>{plural(language, refused, messages.refused)}</p>
          <ul>
            {refusals.map(({ request, problem }) => {
              const why =
                problem.code === 'ALREADY_CLOSED'
                  ? messages.closedAs[request.state]
                  : messages.cannotDecline;
              const who = request.decidedBy?.name;
              return (
                <li key={request.id}>
                  <Who request={request} messages={messages} />: {who ? messages.by(why, who) : why}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {state === 'PLANNED' && (
        <form method="post" action={action} className="undo">
          <input type="hidden" name="planned" value={id} />
          <button name="intent" value="undo">
            {messages.undo}
          </button>{' '}
          <a href={href}>{messages.look}</a>
        </form>
      )}
    </>
  );
}

/** As a page shows it that was just made: at least one, so that it never says that it is over while it is not. */
function secondsUntil(at: string, now: Date): number {
  return Math.max(1, Math.round((Date.parse(at) - now.getTime()) / 1_000));
}
