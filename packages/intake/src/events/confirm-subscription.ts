const TIMEOUT_MS = 8_000;

/** Opens the URL that confirms a subscription of a provider, which was proven to be its own, and follows it nowhere else. */
export async function confirmSubscription(url: string): Promise<boolean> {
  try {
    const { ok, body } = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await body?.cancel();
    return ok;
  } catch {
    return false;
  }
}
