import type { StandardBody } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { groupChanges, type GroupedChanges, type SectionChange } from '@wheelhouse/standards-domain';
import { Button, StatusTag } from '@wheelhouse/ui';
import { useFormat, useLanguages, useT } from '@wheelhouse/web-core';
import { useMemo, useState } from 'react';
import { texts } from '../texts.js';
import { changeTexts } from './change.texts.js';
import { ItemChangeEntry } from './item-change.js';
import { Line, TextDiff } from './words.js';

/** From so many changes on, each section says how many it has and opens on demand: nobody reads a wall. */
const MANY = 40;

/** What differs between two versions, in sentences, by section. */
export function ChangeList({ from, to }: { from: StandardBody; to: StandardBody }) {
  const t = useT(changeTexts);
  const f = useFormat();
  const groups = useMemo(() => groupChanges(from, to), [from, to]);
  const [all, showAll] = useState(false);
  const many = groups.count > MANY;
  if (groups.count === 0) return <p>{t('none', { version: from.version })}</p>;
  return (
    <div className="st-changes">
      {many && (
        <div className="wh-row wh-between">
          <strong>{t('count', { count: groups.count })}</strong>
          <Button variant="quiet" icon={all ? 'up' : 'down'} onClick={() => showAll(!all)}>
            {t(all ? 'closeAll' : 'openAll')}
          </Button>
        </div>
      )}
      {(groups.document.length > 0 || groups.reordered) && (
        <section className="st-changes__group">
          <h3>{t('document')}</h3>
          <ul className="st-change__lines">
            {groups.reordered && <Line>{t('sections', { order: f.list(to.sections.map(({ id }) => id)) })}</Line>}
            {groups.document.map((change) => (
              <DocumentLine key={change.field} change={change} />
            ))}
          </ul>
        </section>
      )}
      {groups.sections.map((section) => (
        <SectionGroup key={`${section.id} ${all}`} change={section} from={from} to={to} folded={many} open={all} />
      ))}
      {groups.visit.length > 0 && (
        <section className="st-changes__group">
          <h3>{t('visit')}</h3>
          <ul className="st-change__lines">
            {groups.visit.map(({ id, from: was, to: is }) => (
              <Line key={id}>
                <span className="st-change__label">{id}</span>
                <TextDiff from={was ? f.text(was) : ''} to={is ? f.text(is) : ''} />
              </Line>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface SectionGroupProps {
  change: SectionChange;
  from: StandardBody;
  to: StandardBody;
  /** Only its head with the counts, until it is opened. */
  folded: boolean;
  open: boolean;
}

function SectionGroup({ change, from, to, folded, open }: SectionGroupProps) {
  const t = useT(changeTexts);
  const languages = useLanguages();
  const f = useFormat();
  const { from: was, to: is, kind, fields, reordered, items } = change;
  const section = is ?? was;
  if (!section) return null;
  const title = (
    <h3>
      <span className="st-section__id">{section.id}</span>
      {f.text(section) || '—'} {kind === 'added' && <StatusTag tone="good">{t('added')}</StatusTag>}
      {kind === 'removed' && <StatusTag tone="bad">{t('removed')}</StatusTag>}
    </h3>
  );
  const counts = (['added', 'changed', 'removed'] as const).flatMap((one) => {
    const count = items.filter((item) => item.kind === one).length;
    return count > 0 ? [t(`counts.${one}`, { count })] : [];
  });
  const body = (
    <>
      <ul className="st-change__lines">
        {kind === 'added' && <Line>{t('sectionAdded', { weight: section.weight })}</Line>}
        {kind === 'removed' && <Line>{t('sectionRemoved')}</Line>}
        {was && is && fields.includes('weight') && <Line>{t('weight', { from: was.weight, to: is.weight })}</Line>}
        {was &&
          is &&
          languages.map(
            (language) =>
              fields.includes(language) && (
                <Line key={language}>
                  <span className="st-change__label">{t(language)}</span>
                  <TextDiff from={was[language]} to={is[language]} lang={language === 'zh' ? 'zh-CN' : 'en'} />
                </Line>
              ),
          )}
        {reordered && <Line>{t('reordered')}</Line>}
      </ul>
      {items.map((item) => (
        <ItemChangeEntry key={item.id} change={item} from={from} to={to} />
      ))}
    </>
  );
  if (!folded)
    return (
      <section className="st-changes__group">
        {title}
        {body}
      </section>
    );
  return (
    <details className="st-changes__group st-changes__folded" open={open}>
      <summary>
        {title}
        <span className="wh-small wh-muted">{f.list(counts)}</span>
      </summary>
      <div className="st-changes__group">{body}</div>
    </details>
  );
}

const NAMED = ['name', 'mode', 'precision', 'grades', 'na_share_warning'] as const;
const DICTIONARIES = ['departments', 'servqual', 'moments_of_truth', 'evidence'] as const;
const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;

function DocumentLine({ change }: { change: GroupedChanges['document'][number] }) {
  const t = useT(changeTexts);
  const tc = useT(texts);
  const f = useFormat();
  const parts = change.field.split('.');
  const last = parts.at(-1) ?? '';
  const dictionary = DICTIONARIES.find((name) => parts[0] === 'dictionaries' && parts[1] === name);
  const known = NAMED.find((name) => name === last);
  const what = dictionary
    ? `${t(`fields.${dictionary}`)} ${last}`
    : parts[0] === 'visit_rules'
      ? t('fields.visit_rules', { name: last })
      : t(known ? `fields.${known}` : 'fields.other');
  const said = (value: unknown): string => {
    if (value === undefined || value === null || value === '') return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (isText(value)) return f.text(value);
    if (value === 'flat' || value === 'section_weighted') return tc(`mode.${value}`);
    if (Array.isArray(value))
      return value.map((one: unknown) => (Array.isArray(one) ? one.join(' ≥ ') : String(one))).join(' · ');
    if (last === 'na_share_warning' && typeof value === 'number') return f.percent(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const { from, to } = change;
  if (isText(from) && isText(to) && f.text(from) !== f.text(to))
    return (
      <Line>
        <span className="st-change__label">{what}</span>
        <TextDiff from={f.text(from)} to={f.text(to)} />
      </Line>
    );
  if (from === undefined) return <Line>{t('entryAdded', { what, to: said(to) })}</Line>;
  if (to === undefined) return <Line>{t('entryRemoved', { what, from: said(from) })}</Line>;
  if (isText(from) && isText(to)) return <Line>{`${what}: ${from.en} / ${from.zh} → ${to.en} / ${to.zh}`}</Line>;
  return <Line>{t('value', { what, from: said(from), to: said(to) })}</Line>;
}
