import { SCORE_SOURCES } from '@wheelhouse/contracts';
import { Checkbox, Definition, FormField, Hint, Notice, ScoreBar, TextInput } from '@wheelhouse/ui';
import { useFormat, useT, type ApiProblem } from '@wheelhouse/web-core';
import { settingsTexts } from '../settings-texts.js';
import { schemeShares, usedSources, type SchemeForm } from './scheme-form.js';

/** Weights with their live sum and share, and the rules of the ranking. */
export function SchemeEditor({
  value,
  onChange,
  problem,
  disabled,
}: {
  value: SchemeForm;
  onChange: (value: SchemeForm) => void;
  problem: ApiProblem | null;
  disabled: boolean;
}) {
  const t = useT(settingsTexts);
  const f = useFormat();
  const { sum, share } = schemeShares(value);
  const used = usedSources(value);
  return (
    <div className="wh-stack">
      <table className="org-scheme">
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col">
              {t('weight')} <Hint label={t('weight')}>{t('explain.weight')}</Hint>
            </th>
            <th scope="col">
              {t('share')}{' '}
              <Hint label={t('share')}>
                <Definition what={t('explain.share')} formula={t('explain.shareFormula')} />
              </Hint>
            </th>
            <th scope="col">
              {t('window')} <Hint label={t('window')}>{t('explain.window')}</Hint>
            </th>
            <th scope="col">
              {t('minN')} <Hint label={t('minN')}>{t('explain.minN')}</Hint>
            </th>
          </tr>
        </thead>
        <tbody>
          {SCORE_SOURCES.map((source) => {
            const row = value.sources[source];
            const name = t(`sources.${source}`);
            const at = `scheme.sources[${used.indexOf(source)}]`;
            const cell = (key: keyof typeof row, label: string, max: number) => {
              const wrong = row.weight > 0 ? problem?.field(`${at}.${key}`) : undefined;
              return (
                <>
                  <TextInput
                    type="number"
                    inputMode="numeric"
                    min={key === 'weight' ? 0 : 1}
                    max={max}
                    aria-label={label}
                    aria-invalid={wrong ? true : undefined}
                    disabled={disabled}
                    value={Number.isNaN(row[key]) ? '' : row[key]}
                    onChange={(e) =>
                      onChange({
                        ...value,
                        sources: { ...value.sources, [source]: { ...row, [key]: e.target.valueAsNumber } },
                      })
                    }
                  />
                  {wrong && <span className="wh-field__problem">{wrong}</span>}
                </>
              );
            };
            return (
              <tr key={source}>
                <th
                  scope="row"
                  style={{ padding: '6px 12px 6px 0', color: 'var(--wh-ink)', fontSize: 'var(--wh-text)' }}
                >
                  {name}
                </th>
                <td data-label={t('weight')}>{cell('weight', t('weightOf', { source: name }), 100)}</td>
                <td className="org-scheme__share">
                  <div className="wh-row" style={{ flexWrap: 'nowrap' }}>
                    <span style={{ minWidth: 76 }}>
                      {row.weight > 0 ? f.percent(share(source)) : <span className="wh-muted">{t('unused')}</span>}
                    </span>
                    <span className="wh-grow">
                      <ScoreBar value={share(source)} max={1} />
                    </span>
                  </div>
                </td>
                <td data-label={t('window')}>{cell('windowWeeks', t('windowOf', { source: name }), 52)}</td>
                <td data-label={t('minN')}>{cell('minN', t('minNOf', { source: name }), 1000)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sum > 0 ? (
        <p role="status">
          <strong>{t('sum', { sum: f.number(sum, sum % 1 ? 1 : 0) })}</strong>{' '}
          <span className="wh-muted">{sum !== 100 && t('sumHint')}</span>
        </p>
      ) : (
        <Notice tone="bad">{t('sumZero')}</Notice>
      )}
      <div className="wh-grid">
        {(['minCoverage', 'minSample', 'minPeers'] as const).map((key) => (
          <FormField key={key} label={t(key)} hint={t(`explain.${key}`)} problem={problem?.field(`scheme.${key}`)}>
            {(bind) => (
              <TextInput
                {...bind}
                type="number"
                inputMode="numeric"
                disabled={disabled}
                value={Number.isNaN(value[key]) ? '' : value[key]}
                onChange={(e) => onChange({ ...value, [key]: e.target.valueAsNumber })}
              />
            )}
          </FormField>
        ))}
      </div>
      <Checkbox
        label={t('rankPartial')}
        disabled={disabled}
        checked={value.rankPartial}
        onChange={(e) => onChange({ ...value, rankPartial: e.target.checked })}
      />
    </div>
  );
}
