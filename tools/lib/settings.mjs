import { Failure } from './failure.mjs';

/**
 * Throws when the processes would refuse their settings, after all that is wrong was said: before a database is made for
 * them, or a demo loaded because NODE_ENV was misspelt. What `npm start` gives them itself is not asked for.
 */
export async function checkSettings(env, say = console.error) {
  const { readConfig } = await import('@wheelhouse/platform-config');
  try {
    readConfig({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgres://made/here' });
  } catch (error) {
    if (!Array.isArray(error.problems)) throw error;
    for (const problem of error.problems) say(problem);
    throw new Failure('Nothing was started: correct these settings (docs/operations.md lists them).');
  }
}
