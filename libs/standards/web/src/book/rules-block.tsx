import type { StandardBody } from '@wheelhouse/contracts';
import { Facts, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

/** How the standard is scored, in four facts. */
export function RulesFacts({ body }: { body: StandardBody }) {
  const t = useT(texts);
  const f = useFormat();
  const { mode, precision, grades, na_share_warning } = body.scoring;
  return (
    <Facts
      facts={[
        { label: t('modeLabel'), value: t(`mode.${mode}`) },
        {
          label: t('grades'),
          value: grades
            .map(([grade, lowest]) =>
              t('gradeFrom', { grade, lowest: f.number(lowest, Number.isInteger(lowest) ? 0 : 2) }),
            )
            .join(' · '),
        },
        { label: t('precision'), value: precision },
        { label: t('naLimit'), value: t('naLimitValue', { percent: f.percent(na_share_warning) }) },
      ]}
    />
  );
}

/** The unscored facts of a mystery visit. */
export function VisitFields({ body, bare }: { body: StandardBody; bare?: boolean }) {
  const t = useT(texts);
  const f = useFormat();
  const fields = body.visit_record_unscored ?? [];
  if (fields.length === 0) return null;
  const list = (
    <>
      {fields.map((field) => (
        <div key={field.id} className="st-item">
          <div className="st-item__margin">
            <span className="st-item__id">{field.id}</span>
          </div>
          <div className="st-item__main">
            <p>{f.text(field)}</p>
          </div>
          <div className="st-item__end wh-row">
            {field.required && <StatusTag>{t('visitRequired')}</StatusTag>}
            {field.personal_data && <StatusTag tone="watch">{t('visitPersonal')}</StatusTag>}
            {field.default_enabled === false && <StatusTag>{t('visitOff')}</StatusTag>}
          </div>
        </div>
      ))}
    </>
  );
  if (bare) return list;
  return (
    <section className="st-section" id="visit-fields">
      <header className="st-section__head">
        <h2>{t('visitFields')}</h2>
        <span className="st-section__weight">{t('visitFieldsLead')}</span>
      </header>
      {list}
    </section>
  );
}
