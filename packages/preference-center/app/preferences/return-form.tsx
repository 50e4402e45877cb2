import type { PageMessages } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { SaveForm } from './save-form.tsx';

interface ReturnFormProps {
  readonly token: string;
  readonly view: PreferenceView;
  /** A decision is waited for, after which messages may come again by themselves. */
  readonly paused: boolean;
  readonly messages: PageMessages;
}

/** The way back. It only starts a double opt-in, and says so (P-12). */
export function ReturnForm({ token, view, paused, messages }: ReturnFormProps) {
  return (
    <section>
      <h2>{messages.mistake}</h2>
      <p>
        {paused
          ? messages.mistakeNotePaused(view.maskedAddress)
          : messages.mistakeNote(view.maskedAddress)}
      </p>
      <SaveForm token={token}>
        <button {...BUTTONS.askReturn}>{messages.askReturn}</button>
      </SaveForm>
    </section>
  );
}
