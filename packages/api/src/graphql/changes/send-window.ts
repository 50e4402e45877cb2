/** Lets a producer be at most `size` items ahead of whoever takes them. */
export class SendWindow {
  readonly #size: number;
  #ahead = 0;
  #waiting: (() => void) | null = null;
  #isOpen = true;

  constructor(size: number) {
    this.#size = size;
  }

  /** Before an item is produced; resolves when there is room. One producer at a time. */
  async enter(): Promise<void> {
    while (this.#isOpen && this.#ahead >= this.#size) {
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
    this.#ahead += 1;
  }

  /** An item was taken. */
  leave(): void {
    this.#ahead -= 1;
    this.#waiting?.();
  }

  /** Nobody takes any more: whoever waits goes on, to end. */
  close(): void {
    this.#isOpen = false;
    this.#waiting?.();
  }
}
