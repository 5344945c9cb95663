import type { AuditResponse, VisitField, VisitRecord } from '@wheelhouse/contracts';
import { VISIT_DATE_MAX_AGE_DAYS, VISIT_TEXT_MAX } from '@wheelhouse/audits-domain';
import type { FieldProblem } from '@wheelhouse/kernel';
import { BigChoice, FormField, Notice, TextArea, TextInput } from '@wheelhouse/ui';
import { localToday, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';
import { formTexts } from './form.texts.js';
import { askedFields, daysBefore } from './form-progress.js';
import type { AuditDraft } from './use-audit-draft.js';

/** The day of the visit. */
export function VisitDate({ draft }: { draft: AuditDraft }) {
  const t = useT(formTexts);
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const earliest = daysBefore(today, VISIT_DATE_MAX_AGE_DAYS);
  const wrong = draft.visitDate === '' || draft.visitDate > today || draft.visitDate < earliest;
  return (
    <FormField label={t('visitDate')} hint={t('visitDateHint')} problem={wrong ? t('visitDateBad') : undefined}>
      {(bind) => (
        <TextInput
          {...bind}
          type="date"
          min={earliest}
          max={today}
          value={draft.visitDate}
          onChange={(event) => draft.setVisitDate(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** A mystery visit's scenario and its unscored facts. */
export function VisitStep({ audit, draft }: { audit: AuditResponse; draft: AuditDraft }) {
  const t = useT(formTexts);
  const f = useFormat();
  return (
    <div className="wh-stack">
      {audit.scenario && (
        <section className="au-item">
          <h2 className="au-item__text">{t('scenario')}</h2>
          <p className="au-prose">{f.text(audit.scenario)}</p>
        </section>
      )}
      <section className="au-item">
        <VisitDate draft={draft} />
      </section>
      {askedFields(audit.form).map((field) => (
        <section key={field.id} className="au-item" id={`item-${field.id}`} tabIndex={-1}>
          <VisitReply
            field={field}
            value={draft.record[field.id]}
            problem={draft.missing.visit.get(field.id)}
            onChange={(value) => draft.setVisit(field.id, value)}
          />
        </section>
      ))}
    </div>
  );
}

interface ReplyProps {
  field: VisitField;
  value: VisitRecord[string] | undefined;
  problem: FieldProblem | undefined;
  onChange: (value: VisitRecord[string]) => void;
}

function VisitReply({ field, value, problem, onChange }: ReplyProps) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const label = `${f.text(field)}${field.required ? '' : ` (${t('optional')})`}`;
  const text = typeof value === 'string' ? value : '';
  if (field.type === 'yes_no')
    return (
      <div className="wh-stack">
        <p className="wh-field__label">{label}</p>
        <BigChoice
          label={label}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(choice) => onChange(choice === 'yes')}
          choices={[
            { value: 'yes', label: tc('yes') },
            { value: 'no', label: tc('no') },
          ]}
        />
        {field.invalidates_if !== undefined && value === field.invalidates_if && (
          <Notice tone="watch">{t('invalidates')}</Notice>
        )}
      </div>
    );
  if (field.type === 'nps')
    return (
      <div className="wh-stack">
        <p className="wh-field__label">{label}</p>
        <div className="au-nps">
          <BigChoice
            label={label}
            value={typeof value === 'number' ? String(value) : null}
            onChange={(choice) => onChange(Number(choice))}
            choices={Array.from({ length: 11 }, (_, i) => ({ value: String(i), label: i }))}
          />
        </div>
      </div>
    );
  const short = problem?.code === 'FIELD.TOO_SHORT' || (field.min_chars && text !== '');
  const hint =
    field.type === 'photo'
      ? t('photoHint')
      : short && field.min_chars
        ? t('minChars', { count: [...text].length, min: field.min_chars })
        : undefined;
  return (
    <FormField label={label} required={field.required} hint={hint}>
      {(bind) =>
        field.type === 'text' ? (
          <TextArea
            {...bind}
            rows={field.min_chars ? 4 : 2}
            maxLength={VISIT_TEXT_MAX}
            value={text}
            onChange={(e) => onChange(e.target.value)}
          />
        ) : (
          <TextInput
            {...bind}
            type={field.type === 'datetime' ? 'datetime-local' : 'text'}
            maxLength={field.type === 'datetime' ? undefined : 100}
            value={field.type === 'datetime' ? text.slice(0, 16) : text}
            onChange={(e) => onChange(e.target.value)}
          />
        )
      }
    </FormField>
  );
}
