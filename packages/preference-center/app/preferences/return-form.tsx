import type { PageMessages } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { SaveForm } from './save-form.tsx';

interface ReturnFormProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly messages: PageMessages;
}

/** The way back. It only starts a double opt-in, and says so (P-12). */
export function ReturnForm({ token, view, messages }: ReturnFormProps) {
  return (
    <section>
      <h2>{messages.mistake}</h2>
      <p>{messages.mistakeNote(view.maskedAddress)}</p>
      <SaveForm token={token}>
        <button {...BUTTONS.askReturn}>{messages.askReturn}</button>
      </SaveForm>
    </section>
  );
}
