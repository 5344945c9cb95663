import { toast } from '@wheelhouse/ui';

/** Copies what stands in a field; the clipboard is there only on https and localhost, elsewhere the old way copies the selection. */
export async function copyFrom(
  input: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
  said: string,
): Promise<void> {
  input?.select();
  const done = await (navigator.clipboard?.writeText(text).then(() => true) ?? Promise.resolve(false)).catch(
    () => false,
  );
  if (done || document.execCommand('copy')) toast({ text: said, tone: 'good' });
}
