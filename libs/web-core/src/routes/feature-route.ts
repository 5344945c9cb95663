import type { Permission, SessionResponse } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { IconName } from '@wheelhouse/ui';
import type { ComponentType } from 'react';
import type { FirstCall } from '../api/use-api.js';

/** Where a page stands in the navigation. */
export interface FeatureNav {
  label: LocalizedText;
  icon: IconName;
  /** Ascending; the first four that a person may see are the phone's tabs. */
  order: number;
  /** `admin` stands below the main places. */
  group?: 'main' | 'admin';
}

/** Something that the command palette offers beside the pages of the menu, to whoever may open the route. */
export interface FeatureCommand {
  /** A verb and its thing, “Start an audit”, or a page's name. */
  label: LocalizedText;
  icon: IconName;
  /** An address; default: the route's own path. */
  to?: string;
  /** Further words by which it is found, in both languages. */
  words?: string;
}

/**
 * One page of a feature. Layouts: `page` (frame and Ant Design), `light` (frame without Ant Design: for pages made of
 * `@wheelhouse/ui` alone), `focus` (whole screen, no frame, no Ant Design: the audit form), `public` (without a session).
 */
export interface FeatureRoute {
  /** Absolute: `/outlets/:id`. */
  path: string;
  /** `() => import('./pages/outlet-page.js').then((m) => m.OutletPage)`: its own chunk. */
  lazy: () => Promise<ComponentType>;
  /**
   * What the page asks the API for first, as `useApi` (`'/outlets/1'`) or `useApiPages` (`{ pages: '/outlets', query }`)
   * does it: fetched while the reader is about to press a link to it, and beside the page's code on the first load.
   */
  data?: (params: Readonly<Record<string, string | undefined>>, reader: SessionResponse) => FirstCall[];
  layout?: 'page' | 'light' | 'focus' | 'public';
  /** Any of these is needed to see it. */
  permission?: Permission | Permission[];
  /** Only for the operator of the installation. */
  operator?: boolean;
  /** Needs no tenant: an operator's pages, one's own profile. */
  withoutTenant?: boolean;
  nav?: FeatureNav;
  commands?: FeatureCommand[];
}

/** Whether somebody with these rights sees the route. */
export function mayOpen(
  route: FeatureRoute,
  session: { permissions: Permission[]; isOperator: boolean; tenant: unknown },
): boolean {
  if (route.operator) return session.isOperator;
  if (!session.tenant && !route.withoutTenant) return false;
  const needed =
    route.permission === undefined ? [] : Array.isArray(route.permission) ? route.permission : [route.permission];
  return needed.length === 0 || needed.some((permission) => session.permissions.includes(permission));
}
