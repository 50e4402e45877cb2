import type { TopicChoice } from '../api/operations.ts';
import type { Messages } from '../messages/en.ts';
import { BUTTONS } from '../wish.ts';
import { SaveForm } from './save-form.tsx';

interface TopicsFormProps {
  readonly token: string;
  readonly topics: readonly TopicChoice[];
  readonly messages: Messages;
}

/** The topics that are on, to be unticked. Those that are off come back by double opt-in alone. */
export function TopicsForm({ token, topics, messages }: TopicsFormProps) {
  const on = topics.filter((topic) => topic.on);
  if (on.length === 0) return null;
  return (
    <SaveForm token={token}>
      <fieldset>
        <legend>{messages.topics}</legend>
        {on.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" name="keep" value={id} defaultChecked />
            {/* What was shown: a topic that is added later is not switched off by a page that never had it. */}
            <input type="hidden" name="shown" value={id} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <button {...BUTTONS.saveTopics}>{messages.saveTopics}</button>
    </SaveForm>
  );
}
