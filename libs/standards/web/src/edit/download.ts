/** Gives a draft to its author as a file. */
export function download(name: string, body: unknown) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}-draft.json`;
  link.click();
  URL.revokeObjectURL(url);
}
