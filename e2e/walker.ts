import type { BrowserContext, Page } from 'playwright-core';
import { clickThrough } from './pages/click-through.ts';

/** Somebody on the way through pages and mails, who counts what they have to do (G-1). */
export class Walker {
  readonly page: Page;
  /** Buttons and links pressed, also those of mails. */
  clicks = 0;
  /** Fields filled in by typing. */
  fields = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  static async in(context: BrowserContext): Promise<Walker> {
    return new Walker(await context.newPage());
  }

  /** Follows a link of a mail. */
  async follow(url: string): Promise<void> {
    this.clicks += 1;
    await this.page.goto(url);
  }

  async press(name: string, value: string): Promise<void> {
    await this.click(`button[name="${name}"][value="${value}"]`);
  }

  /** Presses what leads to another page, and is there. */
  async click(selector: string): Promise<void> {
    this.clicks += 1;
    await clickThrough(this.page, selector);
  }

  /** Ticks a box: no page is left. */
  async tick(selector: string): Promise<void> {
    this.clicks += 1;
    await this.page.check(selector);
  }

  async type(selector: string, text: string): Promise<void> {
    this.fields += 1;
    await this.page.fill(selector, text);
  }

  heading(): Promise<string | null> {
    return this.page.textContent('h1');
  }

  /** What it took so far; counts anew from here. */
  taken(): { clicks: number; fields: number } {
    const { clicks, fields } = this;
    this.clicks = 0;
    this.fields = 0;
    return { clicks, fields };
  }
}
