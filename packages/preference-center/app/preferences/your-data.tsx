import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { isBySms, offersAllMarketing } from './opt-out-in-force.ts';
import { SaveForm } from './save-form.tsx';

interface YourDataProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly language: Language;
}

/**
 * The rights beside leaving, folded away: to object, to see, to take, to have erased (P5; GDPR Art. 15-17, 20, 21). The first
 * is about marketing, and named beside its button only where the page has it.
 */
export function YourData({ token, view, language }: YourDataProps) {
  const messages = PAGE_MESSAGES[language];
  const isAboutMarketing = view.purpose !== 'SERVICE' || view.exempt;
  return (
    <details>
      <summary>{messages.yourData}</summary>
      {isAboutMarketing && (
        <p className="note">
          {messages.objection}
          {offersAllMarketing(view) && ` ${messages.objectionHere}`}
        </p>
      )}
      {isBySms(view) ? (
        <p className="note">{messages.yourDataBySms(view.organisationName)}</p>
      ) : (
        <SaveForm token={token}>
          <input type="hidden" name="language" value={language} />
          <p className="note">{messages.yourDataNote}</p>
          <button {...BUTTONS.askForData}>{messages.askForData}</button>
        </SaveForm>
      )}
    </details>
  );
}
