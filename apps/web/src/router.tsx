import { SkeletonPage } from '@wheelhouse/ui';
import type { FeatureRoute } from '@wheelhouse/web-core';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { codeOf } from './code-of.js';
import { features } from './features.js';
import { Frame } from './frame.js';
import { Guard } from './guard.js';
import { NotFoundPage } from './not-found-page.js';
import { PageError } from './page-error.js';
import { Root } from './root.js';
import { SignedIn } from './signed-in.js';

function routeOf(feature: FeatureRoute): RouteObject {
  return {
    path: feature.path,
    errorElement: <PageError />,
    lazy: async () => {
      const Page = await codeOf(feature.lazy);
      const guarded = () => (
        <Guard feature={feature}>
          <Page />
        </Guard>
      );
      return { Component: feature.layout === 'public' ? Page : guarded };
    },
  };
}

const of = (layout: FeatureRoute['layout']) =>
  features.filter((feature) => (feature.layout ?? 'page') === layout).map(routeOf);

/** The router: public pages; below a session the whole-screen pages and, in the frame, light ones and those with Ant Design. */
export function makeRouter() {
  return createBrowserRouter([
    {
      Component: Root,
      HydrateFallback: SkeletonPage,
      errorElement: <PageError />,
      children: [
        ...of('public'),
        {
          Component: SignedIn,
          children: [
            ...of('focus'),
            {
              Component: Frame,
              children: [
                ...of('light'),
                {
                  lazy: async () => ({
                    Component: await codeOf(() => import('./ant-layout.js').then((m) => m.AntLayout)),
                  }),
                  errorElement: <PageError />,
                  children: of('page'),
                },
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
