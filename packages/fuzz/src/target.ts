import type { Dice } from './dice.ts';

/** Something that strangers reach, and what to throw at it. */
export interface Target<Input = unknown> {
  /** For whoever lists them. */
  readonly about: string;
  /** Draws one input: the same for the same draws. */
  draw(dice: Dice): Input;
  /** Sets up what answers. */
  open(): Promise<OpenTarget<Input>>;
}

export interface OpenTarget<Input> {
  /** Gives what is wrong with the answer; null where it is as it should be. What it throws is a crash. */
  answer(input: Input): Promise<string | null>;
  close?(): Promise<void>;
}
