/** The first day (Monday) of an ISO week `2026-W46`, in days since the epoch; NaN when it is none. */
function mondayOf(key: string): number {
  const match = /^(\d{4})-W(\d{2})$/.exec(key);
  if (!match) return Number.NaN;
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4));
  const weekday = fourth.getUTCDay() || 7;
  return fourth.getTime() / 86_400_000 - weekday + 1 + (Number(match[2]) - 1) * 7;
}

/** Which of these weeks, oldest first, holds a day (nearest to it when weeks begin on another day); −1 when none does. */
export function weekIndexOf(day: string, weeks: readonly string[]): number {
  const at = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return weeks.findIndex((key) => {
    const distance = at - mondayOf(key);
    return distance >= 0 && distance < 7;
  });
}
