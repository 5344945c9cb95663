import {
  CRITICAL_RULES,
  ITEM_TYPES,
  type CriticalRuleName,
  type ItemType,
  type StandardBody,
  type StandardItem,
} from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { Checkbox, FormField, NativeSelect } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useEvidenceName } from '../book/item-words.js';
import { withType } from './body-edits.js';
import { editTexts } from './edit.texts.js';
import { IdField, NumberField, PairField } from './fields.js';
import { PartEditor, type PartProps } from './part-editor.js';

const EMPTY: LocalizedText = { en: '', zh: '' };
type Guide = 'guidance' | 'good_example' | 'bad_example';

/** Every field of one item, in the place where it is read. */
export function ItemEditor({
  body,
  item,
  onChange,
  onRename,
  path,
  flaws,
}: PartProps & { body: StandardBody; onRename: (id: string) => void }) {
  const t = useT(editTexts);
  const guided = Boolean(item.guidance ?? item.good_example ?? item.bad_example);
  const setGuide = (key: Guide, text: LocalizedText) =>
    onChange((old) => {
      const { [key]: _before, ...rest } = old;
      return text.en === '' && text.zh === '' ? rest : { ...rest, [key]: text };
    });
  return (
    <div className="wh-stack st-editor">
      <PairField
        path={path}
        flaws={flaws}
        label={t('requirement')}
        value={item}
        onChange={({ en, zh }) => onChange((old) => ({ ...old, en, zh }))}
      />
      <div className="st-row">
        <Choice
          path={`${path}.type`}
          label={t('type')}
          value={item.type}
          options={ITEM_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
          onChange={(type) => onChange((old) => withType(old, type as ItemType))}
        />
        <NumberField
          path={`${path}.weight`}
          flaws={flaws}
          min={0}
          label={t('weight')}
          value={item.weight}
          onChange={(weight) => onChange((old) => ({ ...old, weight }))}
        />
      </div>
      <PartEditor item={item} onChange={onChange} path={path} flaws={flaws} />
      <CriticalEditor item={item} onChange={onChange} path={path} flaws={flaws} />
      <EvidenceEditor body={body} item={item} onChange={onChange} path={path} flaws={flaws} />
      <Belongs body={body} item={item} onChange={onChange} path={path} flaws={flaws} />
      <Checkbox
        label={t('naAllowed')}
        checked={item.na_allowed}
        onChange={(event) => onChange((old) => ({ ...old, na_allowed: event.target.checked }))}
      />
      <details open={guided || undefined} className="st-more">
        <summary>{t('more')}</summary>
        <div className="wh-stack">
          {(
            [
              ['guidance', t('guidance')],
              ['good_example', t('goodExample')],
              ['bad_example', t('badExample')],
            ] as const
          ).map(([key, label]) => (
            <PairField
              key={key}
              path={`${path}.${key}`}
              flaws={flaws}
              label={label}
              value={item[key] ?? EMPTY}
              onChange={(text) => setGuide(key, text)}
            />
          ))}
          <IdField path={`${path}.id`} flaws={flaws} value={item.id} onChange={onRename} />
        </div>
      </details>
    </div>
  );
}

function Choice({
  path,
  label,
  value,
  options,
  problem,
  onChange,
}: {
  path: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  problem?: string;
  onChange: (value: string) => void;
}) {
  return (
    <div data-path={path}>
      <FormField label={label} problem={problem}>
        {(bind) => (
          <NativeSelect {...bind} value={value} options={options} onChange={(event) => onChange(event.target.value)} />
        )}
      </FormField>
    </div>
  );
}

function CriticalEditor({ item, onChange, path, flaws }: PartProps) {
  const t = useT(editTexts);
  const { critical } = item;
  const choose = (rule: string) =>
    onChange((old) => {
      if (rule === '') return { ...old, critical: null };
      const name = rule as CriticalRuleName;
      const capped = name === 'cap_total' || name === 'cap_section';
      return {
        ...old,
        critical: {
          rule: name,
          trigger_below: old.critical?.trigger_below ?? 1,
          ...(capped ? { cap: old.critical?.cap ?? 59 } : {}),
        },
      };
    });
  return (
    <div className="st-row">
      <Choice
        path={`${path}.critical`}
        label={t('critical')}
        value={critical?.rule ?? ''}
        options={[
          { value: '', label: t('criticalNone') },
          ...CRITICAL_RULES.map((rule) => ({ value: rule, label: t(`criticalRules.${rule}`) })),
        ]}
        onChange={choose}
      />
      {critical && (critical.rule === 'cap_total' || critical.rule === 'cap_section') && (
        <NumberField
          path={`${path}.critical.cap`}
          flaws={flaws}
          label={t('cap')}
          value={critical.cap ?? 0}
          onChange={(cap) => onChange((old) => ({ ...old, critical: { ...critical, cap } }))}
        />
      )}
      {critical && (
        <NumberField
          path={`${path}.critical.trigger_below`}
          flaws={flaws}
          label={t('trigger')}
          hint={t('triggerHint')}
          value={critical.trigger_below ?? 1}
          onChange={(trigger_below) => onChange((old) => ({ ...old, critical: { ...critical, trigger_below } }))}
        />
      )}
    </div>
  );
}

function EvidenceEditor({ body, item, onChange, path, flaws }: PartProps & { body: StandardBody }) {
  const t = useT(editTexts);
  const name = useEvidenceName(body);
  const kinds = [...new Set([...Object.keys(body.dictionaries.evidence), ...item.evidence.kind])];
  const set = (change: Partial<StandardItem['evidence']>) =>
    onChange((old) => ({ ...old, evidence: { ...old.evidence, ...change } }));
  return (
    <div className="wh-stack" style={{ gap: 4 }} data-path={`${path}.evidence.kind`}>
      <span className="wh-field__label">{t('evidence')}</span>
      <div className="wh-row">
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={name(kind)}
            checked={item.evidence.kind.includes(kind)}
            onChange={(event) =>
              set({
                kind: event.target.checked
                  ? [...item.evidence.kind, kind]
                  : item.evidence.kind.filter((old) => old !== kind),
              })
            }
          />
        ))}
      </div>
      {flaws.remark(`${path}.evidence.kind`) && (
        <span className="wh-small wh-watch">{flaws.remark(`${path}.evidence.kind`)}</span>
      )}
      <div className="st-row">
        <Choice
          path={`${path}.evidence.required_on`}
          label={t('requiredOn')}
          value={item.evidence.required_on}
          options={[
            { value: 'always', label: t('always') },
            { value: 'fail', label: t('fail') },
          ]}
          onChange={(value) => set({ required_on: value === 'always' ? 'always' : 'fail' })}
        />
      </div>
    </div>
  );
}

function Belongs({ body, item, onChange, path, flaws }: PartProps & { body: StandardBody }) {
  const t = useT(editTexts);
  const f = useFormat();
  const { departments, servqual, moments_of_truth: moments } = body.dictionaries;
  const options = (dictionary: Record<string, LocalizedText>, now: string | null) => [
    ...(now && !Object.hasOwn(dictionary, now) ? [{ value: now, label: now }] : []),
    ...Object.entries(dictionary).map(([code, text]) => ({ value: code, label: `${code} · ${f.text(text)}` })),
  ];
  return (
    <div className="st-row">
      <Choice
        path={`${path}.department`}
        problem={flaws.at(`${path}.department`)}
        label={t('department')}
        value={item.department}
        options={options(departments, item.department)}
        onChange={(department) => onChange((old) => ({ ...old, department }))}
      />
      <Choice
        path={`${path}.servqual`}
        problem={flaws.at(`${path}.servqual`)}
        label={t('servqual')}
        value={item.servqual}
        options={options(servqual, item.servqual)}
        onChange={(value) => onChange((old) => ({ ...old, servqual: value }))}
      />
      <Choice
        path={`${path}.mot`}
        problem={flaws.at(`${path}.mot`)}
        label={t('mot')}
        value={item.mot ?? ''}
        options={[{ value: '', label: t('none') }, ...options(moments, item.mot)]}
        onChange={(value) => onChange((old) => ({ ...old, mot: value === '' ? null : value }))}
      />
    </div>
  );
}
