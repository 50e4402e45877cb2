import { dateIn, FREQUENCIES, LANGUAGES, LONGEST_SNOOZE_DAYS } from '@adieu/domain';
import { LANGUAGE_NAMES, PAGE_MESSAGES, type PageMessages, type Reader } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { SaveForm } from './save-form.tsx';

const DAY_MS = 86_400_000;

interface SettingsFormProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly reader: Reader;
  readonly now: Date;
  /** What still comes when every topic is unticked. */
  readonly goesOn?: string;
}

/** Settings short of leaving, one form and one button: topics, how often, a pause, the language (C2, C3, C7, F13). */
export function SettingsForm({ token, view, reader, now, goesOn }: SettingsFormProps) {
  const { language, timeZone } = reader;
  const messages = PAGE_MESSAGES[language];
  return (
    <SaveForm token={token}>
      {/* Where the days of the page begin: by then another language may be chosen. */}
      <input type="hidden" name="zone" value={timeZone} />
      <Topics view={view} messages={messages} />
      {goesOn !== undefined && <p className="note">{goesOn}</p>}
      <fieldset>
        <legend>{messages.howOften}</legend>
        {FREQUENCIES.map((frequency) => (
          <label key={frequency}>
            <input
              type="radio"
              name="frequency"
              value={frequency}
              defaultChecked={frequency === view.frequency}
            />
            <span>{messages.frequencies[frequency]}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="pause">{messages.pauseUntil}</label>
        <input
          id="pause"
          type="date"
          name="pauseUntil"
          aria-describedby="pause-note"
          min={dateIn(timeZone, new Date(now.getTime() + DAY_MS))}
          max={dateIn(timeZone, new Date(now.getTime() + (LONGEST_SNOOZE_DAYS - 1) * DAY_MS))}
          defaultValue={view.pausedUntil ? dateIn(timeZone, new Date(view.pausedUntil)) : ''}
        />
        <p id="pause-note" className="note">
          {messages.pauseNote}
        </p>
      </div>
      <div className="field">
        <label htmlFor="language">{messages.language}</label>
        <select id="language" name="language" defaultValue={language}>
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
        </select>
      </div>
      <button {...BUTTONS.saveSettings}>{messages.saveTopics}</button>
    </SaveForm>
  );
}

/** The topics that are on, to be unticked. Those that are off come back by double opt-in alone. */
function Topics({ view, messages }: { view: PreferenceView; messages: PageMessages }) {
  const on = view.topics.filter((topic) => topic.on);
  if (on.length === 0) return null;
  return (
    <fieldset>
      <legend>{view.topicsCome ? messages.topics : messages.topicsRest}</legend>
      {on.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" name="keep" value={id} defaultChecked />
          {/* What was shown: a topic that is added later is not switched off by a page that never had it. */}
          <input type="hidden" name="shown" value={id} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
