/** What the buttons of a page say when they are pressed: one field, its name and its value. */
export const BUTTONS = {
  leaveAll: { name: 'choice', value: 'ALL_MARKETING' },
  leaveScope: { name: 'choice', value: 'THIS_SCOPE' },
  leaveBook: { name: 'choice', value: 'THIS_BOOK' },
  saveSettings: { name: 'choice', value: 'SETTINGS' },
  giveReason: { name: 'intent', value: 'reason' },
  askForData: { name: 'intent', value: 'data' },
  erase: { name: 'intent', value: 'erase' },
  leaveAndErase: { name: 'intent', value: 'leave-and-erase' },
  askReturn: { name: 'intent', value: 'return' },
  confirm: { name: 'intent', value: 'confirm' },
} as const;
export type Button = keyof typeof BUTTONS | 'askTopic';

/** The button that was pressed; null for a form that is none of ours. */
export function pressedButton(form: URLSearchParams | null): Button | null {
  // The buttons of topics that are off carry the topic as their value.
  if (form?.get('again')) return 'askTopic';
  for (const button of Object.keys(BUTTONS) as (keyof typeof BUTTONS)[]) {
    const { name, value } = BUTTONS[button];
    if (form?.get(name) === value) return button;
  }
  return null;
}
