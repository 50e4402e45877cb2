import type { Language } from '@adieu/domain';
import { formatTime, plural, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import type { PlannedDecision } from '../api/operations.ts';
import { Who } from './who.tsx';

/** What a decision has come to, in one line. */
export function planTitle(plan: PlannedDecision, language: Language): string {
  const words = REVIEW_MESSAGES[language];
  const { state, decision, total, refused, carriedOut } = plan;
  if (state === 'PLANNED')
    return plural(language, total - refused - carriedOut, words.willBe[decision]);
  if (state === 'UNDONE') return words.undone;
  if (carriedOut === 0) return words.noneDone;
  return plural(language, carriedOut, words.done[decision]);
}

interface PlanNoticeProps {
  readonly plan: PlannedDecision;
  readonly reader: Reader;
  /** Of the page, with its filter. */
  readonly action: string;
  /** Its own page, which tells what became of it. */
  readonly href: string;
  readonly tooLate: boolean;
}

/** What a decision has come to: until when it can be undone, or what was done, and of which requests it was not (nothing pretended). */
export function PlanNotice({ plan, reader, action, href, tooLate }: PlanNoticeProps) {
  const { language } = reader;
  const words = REVIEW_MESSAGES[language];
  const { id, state, decision, reason, carriedOut, refused, refusals } = plan;
  return (
    <>
      {tooLate && <p>{words.tooLate}</p>}
      {state === 'PLANNED' && <p>{words.willBeAt(formatTime(reader, plan.dueAt))}</p>}
      {state === 'UNDONE' && <p>{words.undoneNote}</p>}
      {state === 'CARRIED_OUT' && carriedOut > 0 && <p>{words.doneNote[decision]}</p>}
      {state !== 'CARRIED_OUT' && carriedOut > 0 && (
        <p>{plural(language, carriedOut, words.atOnce)}</p>
      )}
      {decision === 'DECLINE' && state !== 'UNDONE' && (
        <p className="said">
          {words.yourReason} <q>{reason}</q>
        </p>
      )}
      {refused > 0 && (
        <>
          <p>{plural(language, refused, words.refused)}</p>
          <ul>
            {refusals.map(({ request, problem }) => {
              const why =
                problem.code === 'ALREADY_CLOSED'
                  ? words.closedAs[request.state]
                  : words.cannotDecline;
              const who = request.decidedBy?.name;
              return (
                <li key={request.id}>
                  <Who request={request} words={words} />: {who ? words.by(why, who) : why}
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
            {words.undo}
          </button>{' '}
          <a href={href}>{words.look}</a>
        </form>
      )}
    </>
  );
}
