import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import { BUTTONS } from '../page/buttons.ts';
import { SaveForm } from './save-form.tsx';

/** The rights beside leaving, folded away: to object, to see, to take, to have erased (P5; GDPR Art. 15-17, 20, 21). */
export function YourData({ token, language }: { token: string; language: Language }) {
  const messages = PAGE_MESSAGES[language];
  return (
    <details>
      <summary>{messages.yourData}</summary>
      <p className="note">{messages.objection}</p>
      <SaveForm token={token}>
        <input type="hidden" name="language" value={language} />
        <p className="note">{messages.yourDataNote}</p>
        <button {...BUTTONS.askForData}>{messages.askForData}</button>
      </SaveForm>
    </details>
  );
}
