import '@wheelhouse/ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTheme } from '@wheelhouse/ui';
import { makeQueryClient } from '@wheelhouse/web-core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { makeRouter } from './router.js';

startTheme();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
