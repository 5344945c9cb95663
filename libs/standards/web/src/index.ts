import type { FeatureRoute } from '@wheelhouse/web-core';

export const routes: FeatureRoute[] = [];
