import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { SessionResponse } from '@wheelhouse/contracts';
import { currentLocale } from '@wheelhouse/ui/reader';
import { mayOpen, useSession, warm, type FeatureRoute } from '@wheelhouse/web-core';
import { useEffect } from 'react';
import { matchPath } from 'react-router';
import { features } from './features.js';

/** A mouse that only passes over a link asks for nothing. */
const REST_MS = 70;

/** The route that an address belongs to; the one with the fewest parameters where several would do. */
export function routeOf(pathname: string) {
  const matches = features.flatMap((feature) => {
    const match = matchPath(feature.path, pathname);
    return match ? [{ feature, params: match.params as Record<string, string | undefined> }] : [];
  });
  return matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

/** Fetches a page's code. */
export function preloadCode(feature: FeatureRoute): void {
  // What fails now is told when the page is really opened.
  void feature.lazy().catch(() => undefined);
  if ((feature.layout ?? 'page') === 'page') void import('./ant-layout.js').catch(() => undefined);
}

/** Fetches the first data of the page at an address, where this reader may open it. */
export function warmPage(client: QueryClient, pathname: string, reader: SessionResponse): void {
  const found = routeOf(pathname);
  if (!found?.feature.data || !mayOpen(found.feature, reader)) return;
  warm(client, currentLocale(), found.feature.data(found.params, reader));
}

/** Fetches code and first data of a page while a finger or key is on a link to it, or a mouse rests there. */
export function usePreload(): void {
  const client = useQueryClient();
  const session = useSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetchFor = (link: HTMLAnchorElement) => {
      if (link.origin !== location.origin || link.target === '_blank' || link.pathname === location.pathname) return;
      const found = routeOf(link.pathname);
      if (!found) return;
      preloadCode(found.feature);
      warmPage(client, link.pathname, session);
    };
    const approach = (event: Event) => {
      clearTimeout(timer);
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link) return;
      if (event.type === 'pointerover') timer = setTimeout(() => fetchFor(link), REST_MS);
      else fetchFor(link);
    };
    const how = { passive: true };
    for (const type of ['pointerover', 'focusin', 'touchstart', 'mousedown'])
      document.addEventListener(type, approach, how);
    return () => {
      clearTimeout(timer);
      for (const type of ['pointerover', 'focusin', 'touchstart', 'mousedown'])
        document.removeEventListener(type, approach);
    };
  }, [client, session]);
}
