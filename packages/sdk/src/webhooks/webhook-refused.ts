/** A delivery that is not Adieu's, or too old: answer 400. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}
