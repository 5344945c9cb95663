import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { same } from './canonical.js';

/** What a new version does to scores. */
export interface Comparability {
  /** `same`: nothing differs; `words`: texts only; `grades`: equal scores, other grades or limits; `scores`: other scores. */
  kind: 'same' | 'words' | 'grades' | 'scores';
  added: number;
  removed: number;
  /** Items whose weight, way of answering, red line, N/A or section changed. */
  rescored: number;
  /** Sections with another weight. */
  reweighted: number;
  /** The computation itself is another. */
  mode: boolean;
  /** Share of the newer standard's points that are scored as before, 0–1. */
  shared: number;
}

/** Whether scores on two versions can be put side by side, and what keeps them from it. */
export function compareScoring(from: StandardBody, to: StandardBody): Comparability {
  const [old, now] = [faces(from), faces(to)];
  const ids = [...now.keys()];
  const kept = ids.filter((id) => old.has(id));
  const unchanged = kept.filter((id) => same(old.get(id)?.face, now.get(id)?.face));
  const weights = sectionWeights(from);
  const flat = to.scoring.mode === 'flat';
  const result = {
    added: ids.length - kept.length,
    removed: old.size - kept.length,
    rescored: kept.length - unchanged.length,
    reweighted: flat ? 0 : to.sections.filter(({ id, weight }) => weights.has(id) && weights.get(id) !== weight).length,
    mode: from.scoring.mode !== to.scoring.mode,
    shared: unchanged.reduce((sum, id) => sum + (now.get(id)?.share ?? 0), 0),
  };
  const { mode: _mode, ...limits } = to.scoring;
  const { mode: _before, ...before } = from.scoring;
  const scores = result.added + result.removed + result.rescored + result.reweighted > 0 || result.mode;
  const { version: _from, ...was } = from;
  const { version: _to, ...is } = to;
  const kind = scores ? 'scores' : !same(limits, before) ? 'grades' : same(was, is) ? 'same' : 'words';
  return { kind, ...result };
}

const sectionWeights = (body: StandardBody) => new Map(body.sections.map(({ id, weight }) => [id, weight]));

/** What of each item decides its score, and its share of all points. */
function faces(body: StandardBody) {
  const flat = body.scoring.mode === 'flat';
  const all = body.sections.map(({ items }) => items.reduce((sum, { weight }) => sum + weight, 0));
  const weightOf = (s: number) => (flat ? (all[s] ?? 0) : all[s] ? (body.sections[s]?.weight ?? 0) : 0);
  const total = body.sections.reduce((sum, _, s) => sum + weightOf(s), 0);
  return new Map(
    body.sections.flatMap((section, s) =>
      section.items.map((item) => [
        item.id,
        {
          face: faceOf(item, flat ? '' : section.id),
          share: total > 0 && all[s] ? (weightOf(s) / total) * (item.weight / (all[s] ?? 1)) : 0,
        },
      ]),
    ),
  );
}

function faceOf({ weight, type, scale, numeric, options, critical, na_allowed }: StandardItem, section: string) {
  return {
    ...{ section, weight, type, na_allowed, critical },
    scale: scale && [scale.min, scale.max],
    numeric: numeric && [numeric.full_at, numeric.zero_at],
    options: options?.map(({ code, credit }) => [code, credit]),
  };
}
