/** An outlet as a picker names it. */
export interface PickedOutlet {
  id: string;
  label: string;
}

/** The state of a link to `/assignments` that opens the form with these outlets chosen. */
export const assignAt = (outlets: PickedOutlet[]): { assignAt: PickedOutlet[] } => ({ assignAt: outlets });

/** The outlets that a link brought; none for any other way to the page. */
export function outletsToAssign(state: unknown): PickedOutlet[] {
  const brought = (state as Partial<ReturnType<typeof assignAt>> | null)?.assignAt;
  return Array.isArray(brought) ? brought : [];
}
