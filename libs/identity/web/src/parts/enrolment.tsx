import '../identity.css';
import type { EnrolmentResponse } from '@wheelhouse/contracts';
import { useIsPhone } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { accessTexts } from '../access-texts.js';

/** What an authenticator app is given: a QR code, a link for an app on this very phone, or the key to type in. */
export function Enrolment({ enrolment }: { enrolment: EnrolmentResponse }) {
  const t = useT(accessTexts);
  const isPhone = useIsPhone();
  return (
    <div className="wh-stack">
      <p>{t('factor.scan')}</p>
      <img
        className="id-qr"
        alt={t('factor.qrLabel')}
        width={200}
        height={200}
        src={`data:image/svg+xml,${encodeURIComponent(enrolment.qr)}`}
      />
      {isPhone && (
        <a className="wh-button wh-button--secondary" href={enrolment.uri}>
          {t('factor.here')}
        </a>
      )}
      <p className="wh-small">
        {t('factor.typed')}
        <br />
        <code className="id-link id-long">{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </div>
  );
}
