/** Waits for a condition. What it throws on the way counts as “not yet”, except that its last error is shown. */
export async function until(condition, message = 'this never became true', { ms = 60_000, everyMs = 100 } = {}) {
  const end = performance.now() + ms;
  let last;
  for (;;) {
    try {
      const result = await condition();
      if (result) return result;
      last = undefined;
    } catch (error) {
      if (/ended by itself|has been closed/.test(error.message)) throw error;
      last = error;
    }
    if (performance.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  const text = typeof message === 'function' ? await message() : message;
  throw new Error(last ? `${text} (${last.message})` : text);
}
