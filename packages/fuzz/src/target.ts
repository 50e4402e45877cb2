import type { Dice } from './dice.ts';

/** Something that strangers reach, and what to throw at it. */
export interface Target<Input = unknown> {
  /** For whoever lists them. */
  readonly about: string;
  /** Draws one input: the same for the same draws. It is shown where it finds something, so it is data that JSON tells. */
  draw(dice: Dice): Input;
  /** Sets up what answers. */
  open(ground: Ground): Promise<OpenTarget<Input>>;
}

/** What a target may need of the outside. */
export interface Ground {
  /** An empty database that is up to date, gone when it is closed. */
  database(): Promise<OpenDatabase>;
}

export interface OpenDatabase {
  readonly superuser: string;
  /** As the product's processes connect. */
  readonly engine: string;
  close(): Promise<void>;
}

export interface OpenTarget<Input> {
  /** Gives what is wrong with the answer; null where it is as it should be. What it throws is a crash. */
  answer(input: Input): Promise<string | null>;
  /** What other processes took of the processor for it, all in all, in milliseconds. */
  cpuElsewhere?(): number;
  close?(): Promise<void>;
}
