/** What the buttons of a page say when they are pressed: one field, its name and its value. */
export const BUTTONS = {
  leaveAll: { name: 'choice', value: 'ALL_MARKETING' },
  leaveScope: { name: 'choice', value: 'THIS_SCOPE' },
  saveTopics: { name: 'choice', value: 'TOPICS' },
  askReturn: { name: 'intent', value: 'return' },
  confirm: { name: 'intent', value: 'confirm' },
} as const;
export type Wish = keyof typeof BUTTONS;

/** The button that was pressed; null for a form that is none of ours. */
export function wishOf(form: URLSearchParams | null): Wish | null {
  for (const wish of Object.keys(BUTTONS) as Wish[]) {
    const { name, value } = BUTTONS[wish];
    if (form?.get(name) === value) return wish;
  }
  return null;
}
