import { BEGINNING_NEEDS, type BeginningField } from '@adieu/domain';
import type { SetupMessages } from '@adieu/messages';
import type { ReactNode } from 'react';

export interface SetupFieldProps {
  readonly name: BeginningField;
  readonly words: SetupMessages;
  readonly value: string;
  readonly wrong: readonly BeginningField[];
  readonly type?: 'text' | 'email';
  /** Also where it need not be said by everybody. */
  readonly isNeeded?: boolean;
  /** What there is to choose from; without it a line is typed. */
  readonly options?: ReactNode;
}

/** One thing to type or choose, with what it is for, and what is wrong with what was said. */
export function SetupField(props: SetupFieldProps) {
  const { name, words, value, wrong, type = 'text', options, isNeeded = false } = props;
  const note = words.notes[name];
  const isWrong = wrong.includes(name);
  const needed = isNeeded || BEGINNING_NEEDS.some((needs) => needs === name);
  const about = [isWrong && `${name}-error`, note !== undefined && `${name}-note`];
  const common = {
    id: name,
    name,
    defaultValue: value,
    required: needed,
    autoFocus: wrong[0] === name,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': about.filter(Boolean).join(' ') || undefined,
  };
  return (
    <div className="field">
      <label htmlFor={name}>
        {words.fields[name]}
        {needed && <span className="needed"> {words.needed}</span>}
      </label>
      {options === undefined ? (
        <input type={type} {...common} />
      ) : (
        <select {...common}>{options}</select>
      )}
      {isWrong && (
        <p className="error" id={`${name}-error`}>
          {needed && !isNeeded && value === ''
            ? words.missing
            : (words.wrongOf[name] ?? words.wrong)}
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
