import '@wheelhouse/ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTheme } from '@wheelhouse/ui';
import { askSession, makeQueryClient } from '@wheelhouse/web-core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { makeRouter } from './router.js';
import { routeOf, warmPage } from './use-preload.js';

startTheme();
const client = makeQueryClient();
// Who reads, and what the page asks for first, come while its code does. A page for everybody asks for itself.
if (routeOf(location.pathname)?.feature.layout !== 'public') {
  void askSession(client).then((reader) => {
    if (reader && location.search === '') warmPage(client, location.pathname, reader);
  });
}
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
