import { mayOpen, useSession, type FeatureRoute } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { features } from './features.js';
import { NotFoundPage } from './not-found-page.js';

/** Shows a page only to those who may open it; who has no start page is led to the first page of their own. */
export function Guard({ feature, children }: { feature: FeatureRoute; children: ReactNode }) {
  const session = useSession();
  if (mayOpen(feature, session)) return <>{children}</>;
  const first = features.find((other) => other.nav && other.path !== feature.path && mayOpen(other, session));
  return feature.path === '/' && first ? <Navigate replace to={first.path} /> : <NotFoundPage />;
}
