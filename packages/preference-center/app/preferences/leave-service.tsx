import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { BrandText } from '../brand/brand-text.tsx';
import { SaveForm } from './save-form.tsx';

interface LeaveServiceProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly language: Language;
}

/** Staff or member information: one list, one button, and what happens then. */
export function LeaveService({ token, view, language }: LeaveServiceProps) {
  const messages = PAGE_MESSAGES[language];
  return (
    <>
      <SaveForm token={token}>
        <button {...BUTTONS.leaveScope} className="first">
          {messages.leave(view.scope.name)}
        </button>
        <p className="note">
          {messages.pausedAtOnce} {messages.reviewFollows(view.organisationName)}
        </p>
      </SaveForm>
      <BrandText brand={view.brand} which="intro" language={language} />
    </>
  );
}
