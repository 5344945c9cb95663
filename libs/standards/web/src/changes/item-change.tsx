import type { StandardBody } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { ItemChange } from '@wheelhouse/standards-domain';
import { StatusTag } from '@wheelhouse/ui';
import { useFormat, useLanguages, useT } from '@wheelhouse/web-core';
import { shortItemId, useItemWords } from '../book/item-words.js';
import { changeTexts } from './change.texts.js';
import { Line, TextDiff } from './words.js';

const EMPTY: LocalizedText = { en: '', zh: '' };
const GUIDES = ['guidance', 'good_example', 'bad_example'] as const;
const ANSWER = ['type', 'scale', 'sample', 'numeric', 'options'];

/** What happened to one item, in sentences; the old words struck. */
export function ItemChangeEntry({ change, from, to }: { change: ItemChange; from: StandardBody; to: StandardBody }) {
  const t = useT(changeTexts);
  const languages = useLanguages();
  const f = useFormat();
  const [old, now] = [useItemWords(from), useItemWords(to)];
  const { from: was, to: is, kind, fields, movedFrom } = change;
  const item = is ?? was;
  if (!item) return null;
  const has = (...names: string[]) => names.some((name) => fields.includes(name));
  const both = kind === 'changed' && was && is ? { was, is } : null;
  const named = (dictionary: Record<string, LocalizedText>, code: string | null) =>
    code === null || code === '' ? t('nothing') : dictionary[code] ? f.text(dictionary[code]) : code;
  return (
    <div className="st-change">
      <p className="st-change__head">
        <span className="st-item__id">{shortItemId(to.code, item.id)}</span>
        <span className={kind === 'removed' ? 'st-change__text is-removed' : 'st-change__text'}>
          {f.text(item) || '—'}
        </span>
        {kind !== 'changed' && <StatusTag tone={kind === 'added' ? 'good' : 'bad'}>{t(kind)}</StatusTag>}
      </p>
      <ul className="st-change__lines">
        {kind === 'added' && <Line>{t('newItem', { weight: item.weight, how: now.how(item) })}</Line>}
        {kind === 'added' && item.critical && <Line>{t('redSet', { rule: now.redLine(item.critical) })}</Line>}
        {movedFrom !== undefined && <Line>{t('moved', { from: movedFrom })}</Line>}
        {both && (
          <>
            {languages.map(
              (language) =>
                has(language) && (
                  <Line key={language}>
                    <span className="st-change__label">{t(language)}</span>
                    <TextDiff
                      from={both.was[language]}
                      to={both.is[language]}
                      lang={language === 'zh' ? 'zh-CN' : 'en'}
                    />
                  </Line>
                ),
            )}
            {has('weight') && <Line>{t('weight', { from: both.was.weight, to: both.is.weight })}</Line>}
            {has(...ANSWER) && <Line>{t('how', { from: old.how(both.was), to: now.how(both.is) })}</Line>}
            {has('critical') && (
              <Line>
                {both.is.critical === null
                  ? t('redGone')
                  : both.was.critical === null
                    ? t('redSet', { rule: now.redLine(both.is.critical) })
                    : t('redChanged', { from: old.redLine(both.was.critical), to: now.redLine(both.is.critical) })}
              </Line>
            )}
            {has('evidence') && (
              <Line>
                {t('evidence', {
                  from: old.evidence(both.was) ?? t('noEvidence'),
                  to: now.evidence(both.is) ?? t('noEvidence'),
                })}
              </Line>
            )}
            {has('na_allowed') && <Line>{t(both.is.na_allowed ? 'naOn' : 'naOff')}</Line>}
            {(
              [
                ['department', 'departments'],
                ['servqual', 'servqual'],
                ['mot', 'moments_of_truth'],
              ] as const
            ).map(
              ([field, dictionary]) =>
                has(field) && (
                  <Line key={field}>
                    {t('belongs', {
                      what: t(`fields.${field}`),
                      from: named(from.dictionaries[dictionary], both.was[field]),
                      to: named(to.dictionaries[dictionary], both.is[field]),
                    })}
                  </Line>
                ),
            )}
            {GUIDES.map(
              (field) =>
                has(field) && (
                  <Line key={field}>
                    <span className="st-change__label">{t(`fields.${field}`)}</span>
                    <TextDiff from={f.text(both.was[field] ?? EMPTY)} to={f.text(both.is[field] ?? EMPTY)} />
                  </Line>
                ),
            )}
          </>
        )}
      </ul>
    </div>
  );
}
