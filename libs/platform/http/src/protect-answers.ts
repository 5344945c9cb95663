import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '@wheelhouse/platform-config';

const YEAR_SECONDS = 365 * 86_400;

/** What no page of ours uses. */
const UNUSED = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'publickey-credentials-get', 'screen-wake-lock', 'usb', 'xr-spatial-tracking'],
];
const PERMISSIONS = UNUSED.map((name) => `${name}=()`).join(', ');

/**
 * Headers by which browsers protect those who use the product. No script but our files (styles may be inline, as the
 * component library needs), nothing from elsewhere, in no frame; with an https address, HTTPS for a year. What the API
 * answers is kept by nobody, unless its route says otherwise.
 */
export async function protectAnswers(app: NestFastifyApplication): Promise<void> {
  const { secureCookies: isSecure } = app.get(AppConfig, { strict: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    frameguard: { action: 'deny' },
    hsts: isSecure && { maxAge: YEAR_SECONDS, includeSubDomains: true },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('Permissions-Policy', PERMISSIONS);
      if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
      done();
    });
}
