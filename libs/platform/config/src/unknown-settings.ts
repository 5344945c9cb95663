/** Read by `npm start`, the commands beside it and the tests, not by the processes. */
const OF_THE_TOOLS = ['WHEELHOUSE_DATA_DIR', 'WHEELHOUSE_APP_PASSWORD'];
/** What container platforms put into every environment for a service that is called `wheelhouse`. */
const OF_PLATFORMS = /_(SERVICE_(HOST|PORT)(_\w+)?|PORT(_\d+_(TCP|UDP)(_(ADDR|PORT|PROTO))?)?)$/;

/** One line for each `WHEELHOUSE_…` variable that nothing reads: most likely a slip of the pen. */
export function unknownSettings(env: NodeJS.ProcessEnv, known: string[]): string[] {
  const all = [...known, ...OF_THE_TOOLS];
  const readable = new Set(all.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => name.startsWith('WHEELHOUSE_') && !name.startsWith('WHEELHOUSE_TEST_'))
    .filter((name) => !readable.has(name) && !OF_PLATFORMS.test(name))
    .sort()
    .map((name) => {
      const meant = nearest(name, all);
      return `${name} is not a setting of this version${meant ? `; did you mean ${meant}?` : ' and has no effect.'}`;
    });
}

function nearest(name: string, names: string[]): string | null {
  const ranked = names.map((other) => ({ other, steps: distance(name, other) })).sort((a, b) => a.steps - b.steps);
  return ranked[0] && ranked[0].steps <= 4 ? ranked[0].other : null;
}

/** Levenshtein's distance: the fewest letters to add, remove or replace. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
