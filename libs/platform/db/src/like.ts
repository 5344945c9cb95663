/** The pattern of LIKE for what holds `q` anywhere, taken by the letter; null where nothing is looked for. */
export const likeOf = (q: string | undefined): string | null =>
  q === undefined || q.trim() === '' ? null : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
