import type { Answers, StandardBody } from '@wheelhouse/contracts';
import type { Caller } from '@wheelhouse/identity-api/testing';
import { scoreAudit } from '@wheelhouse/scoring-domain';
import { fullAnswers } from '@wheelhouse/standards-api/testing';

/** The six outlets: in which region, who runs it, and what was answered there from each side. */
export interface Shop {
  id: string;
  code: string;
  region: 'north' | 'south';
  manager: Caller;
  /** Its self-checks, audits (supervisor, then headquarters) and mystery shops. */
  selfChecks: Answers[];
  audits: [Answers, Answers];
  visits: Answers[];
}
/** Answers that earn all but what the first `n` plain yes/no items ask. */
export function withMisses(body: StandardBody, n: number): Answers {
  const plain = body.sections
    .flatMap(({ items }) => items)
    .filter(({ type, critical }) => type === 'yes_no' && !critical);
  return {
    ...fullAnswers(body),
    ...Object.fromEntries(plain.slice(0, n).map(({ id }) => [id, { value: false, note: 'seen on the spot' }])),
  };
}

/** The displayed score of these answers. */
export const byHand = (body: StandardBody, answers: Answers): number => scoreAudit(body, answers).display as number;

export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const meanByHand = (body: StandardBody, answers: Answers[]): number =>
  mean(answers.map((each) => byHand(body, each)));

/** The weights of the scheme that a new tenant begins with. */
const WEIGHTS = { self_check: 0.1, audit: 0.5, mystery_shop: 0.4 };

/** An outlet's scores by source, and the composite that they make when all are there. */
export function compositeByHand(shop: Shop, service: StandardBody, mystery: StandardBody) {
  const scores = {
    self_check: meanByHand(service, shop.selfChecks),
    audit: meanByHand(service, shop.audits),
    mystery_shop: meanByHand(mystery, shop.visits),
  };
  const composite =
    WEIGHTS.self_check * scores.self_check + WEIGHTS.audit * scores.audit + WEIGHTS.mystery_shop * scores.mystery_shop;
  return { scores, composite };
}
