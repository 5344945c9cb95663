import type { HelpfulRepair, HomeOutlet, OutletHelp as Help } from '@wheelhouse/contracts';
import { ButtonLink, Hint, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { waitingTexts } from '../waiting/waiting.texts.js';
import { outletTexts } from './outlet.texts.js';

/** The repairs worth most points, each with what to do and the good example. */
export function OutletHelp({ help, outlet, named }: { help: Help; outlet: HomeOutlet; named: boolean }) {
  const t = useT(outletTexts);
  const tw = useT(waitingTexts);
  const f = useFormat();
  const { audit, repairs } = help;
  return (
    <Section
      title={
        <>
          {named ? t('helpsFor', { outlet: f.text(outlet.name) }) : t('helps')}{' '}
          <Hint label={t('helps')}>
            <Meaning of="pointsGained" />
          </Hint>
        </>
      }
      lead={t('helpsLead', {
        count: repairs.length,
        points: f.score(repairs[0]?.gain),
        kind: tw(`audit.${audit.kind}`),
        date: f.shortDate(audit.visitDate),
        score: f.score(audit.score),
      })}
      actions={
        <ButtonLink variant="quiet" to={`/audits/${audit.id}`}>
          {t('openAudit')}
        </ButtonLink>
      }
      flush
    >
      <ol className="home-repairs">
        {repairs.map((repair) => (
          <Repair key={repair.itemId} repair={repair} />
        ))}
      </ol>
    </Section>
  );
}

function Repair({ repair }: { repair: HelpfulRepair }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const colon = f.locale === 'en' ? ': ' : '：';
  return (
    <li>
      <p className="home-repair__head">
        <span className="wh-muted">{repair.number}</span>
        {repair.critical && (
          <StatusTag tone="bad" icon="flag">
            {t('redLine')}
          </StatusTag>
        )}
        <strong className="home-repair__gain wh-good">
          <span aria-hidden="true">{t('gain', { points: f.score(repair.gain) })}</span>
          <span className="wh-sr">{t('gainWords', { points: f.score(repair.gain) })}</span>
        </strong>
      </p>
      <p className="home-repair__text">{f.text(repair.text)}</p>
      {repair.guidance && (
        <p className="wh-small">
          <span className="wh-muted">
            {t('todo')}
            {colon}
          </span>
          {f.text(repair.guidance)}
        </p>
      )}
      {repair.goodExample && (
        <p className="wh-small home-repair__good">
          <span className="wh-muted">
            {t('good')}
            {colon}
          </span>
          {f.text(repair.goodExample)}
        </p>
      )}
    </li>
  );
}
