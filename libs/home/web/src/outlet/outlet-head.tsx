import type { HomeOutlet, HomeResponse, RankingRow } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  Change,
  Figure,
  Figures,
  List,
  ListRow,
  ScoreText,
  Section,
  Sparkline,
} from '@wheelhouse/ui';
import { ordinal, rangeText, useFormat, useStartAudit, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { outletTexts } from './outlet.texts.js';
import { useStandingWords } from './use-standing-words.js';

/** One outlet: its score with change, its place with the range that is open, thirteen weeks. */
export function OutletHead({ home, outlet }: { home: HomeResponse; outlet: HomeOutlet }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const { standing } = outlet;
  const week = home.week && f.week(home.week.period, home.week.start, home.week.end);
  return (
    <Section title={f.text(outlet.name)} lead={week} actions={<SelfCheck home={home} outletId={outlet.id} />}>
      {standing ? (
        <Standing row={standing} />
      ) : (
        <p className="wh-muted">
          {t('noStanding')}. {t('noStandingText')}
        </p>
      )}
    </Section>
  );
}

function Standing({ row }: { row: RankingRow }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const words = useStandingWords();
  return (
    <>
      <Figures>
        <Figure
          big
          label={t('estimate')}
          definition={<Meaning of="estimate" n={row.n} />}
          value={f.score(row.estimate)}
          change={row.change}
          beyondNoise={row.beyondNoise}
          n={row.n}
        />
        {row.rank !== null && (
          <Figure
            big
            label={t('place')}
            definition={<Meaning of="rank" n={row.peers} source={f.text(row.peerGroupName)} />}
            value={ordinal(row.rank, f.locale)}
            unit={t('placeOf', { place: '', peers: row.peers }).trim()}
            note={t('range', { range: rangeText(row) })}
          />
        )}
        <span className="home-spark">
          <Sparkline values={row.trend} width={150} height={44} />
        </span>
      </Figures>
      {row.rank === null && (
        <p className={row.listing === 'failed_red_line' ? 'wh-bad home-apart' : 'home-apart'}>{words(row)}</p>
      )}
      <p className="home-how">
        <ButtonLink variant="quiet" to="/reports">
          {t('how')}
        </ButtonLink>
      </p>
    </>
  );
}

/** A self-check of the outlet's own accord, when none waits or is begun. */
function SelfCheck({ home, outletId }: { home: HomeResponse; outletId: string }) {
  const t = useT(outletTexts);
  const start = useStartAudit();
  const version = home.startable.find(({ kind }) => kind === 'self_check');
  const waits = [...home.assignments.filter(({ windowFrom }) => windowFrom <= home.today), ...home.drafts].some(
    ({ kind, outlet }) => kind === 'self_check' && outlet.id === outletId,
  );
  if (!version || waits) return null;
  const { standardVersionId } = version;
  return (
    <Button
      variant="primary"
      busy={start.isPending}
      onClick={() => start.mutate({ kind: 'self_check', outletId, standardVersionId })}
    >
      {t('selfCheck')}
    </Button>
  );
}

/** Several outlets, the worst first; the chosen one is shown in full. */
export function OutletSwitch({
  outlets,
  chosen,
  onChoose,
}: {
  outlets: HomeOutlet[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const t = useT(outletTexts);
  const f = useFormat();
  const words = useStandingWords();
  return (
    <Section title={t('outlets')} lead={t('outletsLead')} flush>
      <div className={outlets.length > 6 ? 'home-outlets home-outlets--many' : 'home-outlets'}>
        <List label={t('outlets')}>
          {outlets.map(({ id, name, standing }) => (
            <ListRow
              key={id}
              title={<span className={id === chosen ? 'home-chosen' : undefined}>{f.text(name)}</span>}
              sub={
                <>
                  <span className={standing?.listing === 'failed_red_line' ? 'wh-bad' : undefined}>
                    {standing ? words(standing) : t('noStanding')}
                  </span>
                  {id === chosen && ` · ${t('chosen')}`}
                </>
              }
              end={
                standing && (
                  <span className="home-figure">
                    <strong>
                      <ScoreText value={standing.estimate} />
                    </strong>{' '}
                    {standing.change !== null && <Change value={standing.change} beyondNoise={standing.beyondNoise} />}
                  </span>
                )
              }
              onPress={() => onChoose(id)}
            />
          ))}
        </List>
      </div>
    </Section>
  );
}
