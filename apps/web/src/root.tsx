import { Toasts } from '@wheelhouse/ui';
import { Outlet, ScrollRestoration } from 'react-router';
import { RouteProgress } from './route-progress.js';
import { useFocusFollows } from './use-focus-follows.js';

/** Around everything: toasts, progress, the scroll position, and the focus, which follows to a new page's title. */
export function Root() {
  useFocusFollows();
  return (
    <>
      <RouteProgress />
      <Outlet />
      <Toasts />
      <ScrollRestoration />
    </>
  );
}
