/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // The browser's own session may be tried with too; what changes something then needs our header.
  requestInterceptor: (request) => {
    request.headers['X-Wheelhouse'] = '1';
    return request;
  },
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
