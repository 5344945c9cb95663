/** Focuses the control at a place of the body, or the nearest one above it. */
export function focusField(field: string) {
  for (let path = field; path !== ''; path = path.replace(/(\.[^.[]+|\[\d+\])$/, '')) {
    const holder = document.querySelector(`[data-path="${path}"], [data-path^="${path}."]`);
    const control = holder?.querySelector<HTMLElement>('input, textarea, select');
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView({ block: 'center' });
      return;
    }
    if (!/[.[]/.test(path)) return;
  }
}

/** The text field that is typed in, so that its letters are taken back as one step; empty for a press of a button. */
export function typing(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) return field.id;
  return field instanceof HTMLInputElement && field.type === 'text' ? field.id : '';
}

/** Focuses what an item or section is moved by, after it moved. */
export function focusHandle(key: string) {
  const handle = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] .st-handle`);
  handle?.focus({ preventScroll: true });
  handle?.scrollIntoView({ block: 'nearest' });
}
