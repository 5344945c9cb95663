import path from 'node:path';
import { nx } from './build.mjs';
import { root } from './project.mjs';
import { node, run } from './run.mjs';

const eslint = path.join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');

/**
 * ESLint over the given files and folders, in one run: a run for each library would load everything thirty times. The
 * rule that holds the walls between libraries reads Nx's project graph from its cache and merely warns when there is
 * none, so the graph is made first and a warning counts as an error.
 */
export async function lint(...targets) {
  const graph = await nx('show', 'projects');
  if (graph.code !== 0) return graph;
  return await run(...node(eslint, '--max-warnings=0', ...targets), {
    env: { NX_DAEMON: 'false', FORCE_COLOR: '0' },
  });
}
