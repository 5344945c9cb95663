import type { WaveResponse } from '@wheelhouse/contracts';
import {
  ButtonLink,
  ConfirmButton,
  Facts,
  Figure,
  Figures,
  Page,
  PageHeader,
  Section,
  StatusTag,
} from '@wheelhouse/ui';
import { api, QueryState, useApi, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useParams } from 'react-router';
import { AssignShops } from '../parts/assign-shops.js';
import { WaveShops } from '../parts/wave-shops.js';
import { shopsOf, WAVE_TONE } from '../parts/wave-words.js';
import { texts } from '../texts.js';

/** One wave: how far it is, what waits for review, who shops where, the release. */
export function WavePage() {
  const { id = '' } = useParams();
  const wave = useApi<WaveResponse>(`/waves/${id}`);
  return <QueryState query={wave}>{(data) => <Wave wave={data} />}</QueryState>;
}

function Wave({ wave }: { wave: WaveResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const release = useSave(() => api.post(`/waves/${wave.id}/release`), {
    changes: ['/waves', '/audits', '/home'],
    done: t('releaseDone'),
  });
  const { counts } = wave;
  return (
    <Page>
      <PageHeader
        back={{ to: '/waves', label: t('back') }}
        title={f.text(wave.name)}
        tag={<StatusTag tone={WAVE_TONE[wave.status]}>{t(`status.${wave.status}`)}</StatusTag>}
        lead={`${f.range(wave.windowFrom, wave.windowTo)} · ${t(wave.status === 'released' ? 'releasedOn' : 'releaseOn', { date: f.date(wave.releaseOn) })}`}
        actions={
          <>
            {wave.inReview > 0 && (
              <ButtonLink variant="primary" to="/audits?kind=mystery_shop&status=in_review">
                {t('toReviews')} ({wave.inReview})
              </ButtonLink>
            )}
            <ButtonLink to={`/audits?kind=mystery_shop&from=${wave.windowFrom}&to=${wave.windowTo}`}>
              {t('toShops')}
            </ButtonLink>
            {wave.can.release && (
              <ConfirmButton
                question={t('releaseQuestion', { name: f.text(wave.name) })}
                detail={t('releaseDetail', { count: wave.approved })}
                confirm={t('releaseConfirm')}
                onConfirm={() => release.mutateAsync(undefined)}
              >
                {t('releaseNow')}
              </ConfirmButton>
            )}
          </>
        }
      />
      <Section>
        <Figures>
          <Figure
            big
            label={t('figures.done')}
            definition={<Meaning of="shopsDone" />}
            value={counts.done}
            unit={`/ ${shopsOf(wave)}`}
          />
          <Figure
            label={t('figures.open')}
            definition={<Meaning of="shopsOpen" />}
            value={counts.open + counts.in_progress}
          />
          <Figure
            label={t('figures.inReview')}
            definition={<Meaning of="shopsInReview" />}
            value={wave.inReview}
            tone={wave.inReview > 0 ? 'watch' : 'neutral'}
          />
          <Figure label={t('figures.approved')} definition={<Meaning of="shopsApproved" />} value={wave.approved} />
          <Figure
            label={t('figures.missed')}
            definition={<Meaning of="shopsMissed" />}
            value={counts.missed}
            tone={counts.missed > 0 ? 'bad' : 'neutral'}
          />
        </Figures>
      </Section>
      {wave.can.manage && <WaveShops wave={wave} />}
      {wave.can.manage && wave.status !== 'released' && <AssignShops wave={wave} />}
      <Section title={t('details')}>
        <Facts
          facts={[
            { label: t('scenario'), value: <span style={{ whiteSpace: 'pre-line' }}>{f.text(wave.scenario)}</span> },
            { label: t('window'), value: f.range(wave.windowFrom, wave.windowTo) },
            { label: t('releaseDay'), value: f.date(wave.releaseOn) },
          ]}
        />
      </Section>
    </Page>
  );
}
