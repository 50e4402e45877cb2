import type { PreferenceView } from '../api/operations.ts';
import type { Messages } from '../messages/en.ts';
import { BUTTONS } from '../wish.ts';
import { SaveForm } from './save-form.tsx';

interface LeaveServiceProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly messages: Messages;
}

/** Staff or member information: one list, one button, and what happens then. */
export function LeaveService({ token, view, messages }: LeaveServiceProps) {
  return (
    <SaveForm token={token}>
      <button {...BUTTONS.leaveScope} className="first">
        {messages.leave(view.scope.name)}
      </button>
      <p className="note">
        {messages.pausedAtOnce} {messages.reviewFollows(view.organisationName)}
      </p>
    </SaveForm>
  );
}
