/** A search string as filters: in one order, without empty ones, so that two that mean the same are equal. */
export function normalQuery(search: string): string {
  const params = [...new URLSearchParams(search)].filter(([, value]) => value !== '');
  params.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : Number(x > y)) : a < b ? -1 : 1));
  return new URLSearchParams(params).toString();
}
