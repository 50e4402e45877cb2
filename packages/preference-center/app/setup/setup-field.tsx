import type { BeginningField } from '@adieu/domain';
import type { SetupMessages } from '@adieu/messages';

export interface SetupFieldProps {
  readonly name: BeginningField;
  readonly words: SetupMessages;
  readonly value: string;
  readonly isWrong: boolean;
  readonly type?: 'text' | 'email';
  readonly required?: boolean;
}

/** One line to type, with what it is for, and what is wrong with what was typed. */
export function SetupField(props: SetupFieldProps) {
  const { name, words, value, isWrong, type = 'text', required = false } = props;
  const note = words.notes[name];
  const about = [isWrong && `${name}-error`, note !== undefined && `${name}-note`];
  return (
    <div className="field">
      <label htmlFor={name}>{words.fields[name]}</label>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        defaultValue={value}
        autoFocus={isWrong}
        aria-invalid={isWrong || undefined}
        aria-describedby={about.filter(Boolean).join(' ') || undefined}
      />
      {isWrong && (
        <p className="error" id={`${name}-error`} role="alert">
          {words.wrong}
        </p>
      )}
      {note !== undefined && (
        <p className="note" id={`${name}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
