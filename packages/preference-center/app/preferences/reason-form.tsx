import { type Language, type LeaveReason, LONGEST_GIVEN_REASON } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { SaveForm } from './save-form.tsx';

interface ReasonFormProps {
  readonly token: string;
  readonly reasons: PreferenceView['reasons'];
  readonly language: Language;
  /** Who decides whether they leave for good; null where nobody has to. */
  readonly decidedBy: string | null;
}

/**
 * Asked once they have left or are paused, with nothing chosen beforehand; not answering changes nothing (C9, F4, P-6). Whoever
 * decides about them reads it.
 */
export function ReasonForm({ token, reasons, language, decidedBy }: ReasonFormProps) {
  const messages = PAGE_MESSAGES[language];
  const title = decidedBy === null ? messages.why : messages.addWords;
  return (
    <section>
      <h2>{title}</h2>
      <p className="note">
        {decidedBy === null ? messages.whyNote : messages.addWordsNote(decidedBy)}
      </p>
      <SaveForm token={token}>
        <input type="hidden" name="language" value={language} />
        <fieldset>
          <legend className="hidden">{title}</legend>
          {reasons.map(({ id, text, language: of }) => (
            <label key={id}>
              <input type="radio" name="reason" value={id} />
              <span lang={of === null || of === language ? undefined : of}>
                {text ?? messages.reasons[id as LeaveReason]}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="words">{messages.ownWords}</label>
          <textarea id="words" name="words" rows={3} maxLength={LONGEST_GIVEN_REASON} />
        </div>
        <button {...BUTTONS.giveReason}>{messages.giveReason}</button>
      </SaveForm>
    </section>
  );
}
