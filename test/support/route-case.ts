import type { World } from './a-world.js';

/** How one route is called: what its path, query and body name. Ids come from the world that is handed in. */
export interface RouteCase {
  /** Values of the path's parameters. */
  params?: (w: World) => Record<string, string>;
  /** A valid body with every field that the route knows and new codes on each call. Absent: the route takes none. */
  body?: (w: World) => Record<string, unknown>;
  /** Filters that name things of the world. */
  query?: (w: World) => Record<string, string>;
  /** Path parameters for a call that should succeed in the own tenant, where they differ from `params`. */
  fresh?: () => Record<string, string>;
  /** What a stranger who may call the route gets for another tenant's ids in the path, where it is not 404 … */
  refused?: number[];
  /** … and why. */
  why?: string;
  /** Fields of the schema that cannot stand beside those in `body`. */
  elsewhere?: string[];
  /** Fields of `body` whose ids are the client's own. */
  own?: string[];
}

let made = 0;
/** A code that was not used before. */
export const freshCode = (): string => `C-${Date.now().toString(36)}-${++made}`;

/** A name in both languages that carries the world's tag. */
export const nameOf = (w: World) => ({ en: `Name ${w.tag}`, zh: `名称 ${w.tag}` });
