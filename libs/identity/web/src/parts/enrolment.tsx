import '../identity.css';
import type { EnrolmentResponse } from '@wheelhouse/contracts';
import { useT } from '@wheelhouse/web-core';
import { accessTexts } from '../access-texts.js';

/** What an authenticator app is given: a QR code, or the key to type in. */
export function Enrolment({ enrolment }: { enrolment: EnrolmentResponse }) {
  const t = useT(accessTexts);
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
      <p className="wh-small">
        {t('factor.typed')}
        <br />
        <code className="id-link id-long">{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </div>
  );
}
