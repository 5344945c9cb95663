import type { Answer, StandardBody, StandardItem } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';
import { crossesRedLine, itemCredit } from '@wheelhouse/scoring-domain';
import { Button, FormField, Icon, Notice, StatusTag, TextArea, toast } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, useState } from 'react';
import { shortItemId, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { AnswerControl } from './answer-controls.js';
import { formTexts } from './form.texts.js';

const MAX_NOTE = 2000;
/** Kinds that are answered by one tap. */
const TAPPED = new Set<StandardItem['type']>(['yes_no', 'scale', 'choice']);

export interface ItemCardProps {
  form: StandardBody;
  item: StandardItem;
  answer: Answer | undefined;
  problem: FieldProblem | undefined;
  onAnswer: (itemId: string, answer: Answer | null) => void;
}

/** One item of the form: what is asked, how it is checked, the answer, N/A with its reason, the note. */
export const ItemCard = memo(function ItemCard({ form, item, answer, problem, onAnswer }: ItemCardProps) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const words = useItemWords(form);
  const label = f.text(item);
  const credit = itemCredit(item, answer);
  const crossed = credit.state === 'scored' && crossesRedLine(item, credit.credit);
  /** A new round empties what a control holds itself, such as a half-typed number. */
  const [round, begin] = useState(0);
  const note = answer?.note;
  const noted = note === undefined ? {} : { note };

  /** What was answered before comes back at one press: a thumb slips. */
  const offerBack = (text: string) =>
    answer && (answer.value !== undefined || answer.na) && toast({ text, undo: () => onAnswer(item.id, answer) });
  const onValue = (value: Answer['value']) => {
    if (TAPPED.has(item.type) && value !== undefined)
      offerBack(t('changedTo', { answer: words.answer(item, { value }) }));
    if (value === undefined && note === undefined) onAnswer(item.id, null);
    else onAnswer(item.id, { ...(value === undefined ? {} : { value }), ...noted });
  };
  const onNa = () => {
    onAnswer(item.id, { na: true, ...(answer?.naReason ? { naReason: answer.naReason } : {}), ...noted });
    if (item.type !== 'yes_no') begin((before) => before + 1);
  };
  const clear = () => {
    offerBack(t('cleared'));
    onAnswer(item.id, note === undefined ? null : { note });
    begin((before) => before + 1);
  };
  const evidence = words.evidence(item);
  const answered = credit.state !== 'unanswered' || answer?.na === true;

  return (
    <article
      id={`item-${item.id}`}
      data-item={item.id}
      tabIndex={-1}
      className={`au-item${item.critical ? ' au-item--critical' : ''}${answered && !problem ? ' au-item--done' : ''}`}
      aria-label={`${shortItemId(form.code, item.id)} ${label}`}
    >
      <header className="au-item__head">
        <span className="au-item__id">{shortItemId(form.code, item.id)}</span>
        {item.critical && (
          <StatusTag tone="bad" icon="flag">
            {tc('redLine')}
          </StatusTag>
        )}
        <span className="au-item__evidence">{evidence}</span>
      </header>
      <h2 className="au-item__text">{label}</h2>
      {item.critical && !crossed && <p className="wh-small wh-bad">{words.rule(item.critical)}</p>}
      <Guidance item={item} />
      <AnswerControl key={round} item={item} label={label} answer={answer} onValue={onValue} onNa={onNa} />
      {answer?.na && (
        <FormField
          label={t('naReason')}
          required
          problem={problem?.code === 'ANSWER.NA_REASON_MISSING' ? t('naReasonMissing') : undefined}
        >
          {(bind) => (
            <TextArea
              {...bind}
              rows={2}
              maxLength={MAX_NOTE}
              value={answer.naReason ?? ''}
              onChange={(event) => onAnswer(item.id, { na: true, naReason: event.target.value, ...noted })}
            />
          )}
        </FormField>
      )}
      {crossed && item.critical && (
        <Notice tone="bad">
          <strong>{t('crossed', { result: words.result(item.critical) })}</strong>
        </Notice>
      )}
      <footer className="au-item__foot">
        <Note note={note} onNote={(text) => onAnswer(item.id, withNote(answer, text))} />
        {item.na_allowed && item.type !== 'yes_no' && !answer?.na && (
          <Button variant="quiet" onClick={onNa}>
            {tc('naLong')}
          </Button>
        )}
        {answered && (
          <Button variant="quiet" className="au-item__clear" onClick={clear}>
            {t(answer?.na && item.type !== 'yes_no' ? 'undoNa' : 'clear')}
          </Button>
        )}
      </footer>
    </article>
  );
});

function withNote(answer: Answer | undefined, text: string): Answer | null {
  const { note: _before, ...rest } = answer ?? {};
  if (text !== '') return { ...rest, note: text };
  return Object.keys(rest).length > 0 ? rest : null;
}

function Guidance({ item }: { item: StandardItem }) {
  const t = useT(formTexts);
  const f = useFormat();
  const parts = [
    { key: 'guidance', text: item.guidance },
    { key: 'good', text: item.good_example },
    { key: 'bad', text: item.bad_example },
  ] as const;
  const given = parts.filter(({ text }) => text && (text.en || text.zh));
  if (given.length === 0) return null;
  return (
    <details className="au-guidance">
      <summary>
        <Icon name="info" size={16} />
        {t('guidance')}
      </summary>
      <dl>
        {given.map(({ key, text }) => (
          <div key={key}>
            {key !== 'guidance' && <dt className={key === 'good' ? 'wh-good' : 'wh-bad'}>{t(key)}</dt>}
            <dd>{f.text(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Note({ note, onNote }: { note: string | undefined; onNote: (text: string) => void }) {
  const t = useT(formTexts);
  const [open, setOpen] = useState(false);
  if (note === undefined && !open)
    return (
      <Button variant="quiet" icon="note" onClick={() => setOpen(true)}>
        {t('addNote')}
      </Button>
    );
  return (
    <div className="au-item__note">
      <TextArea
        aria-label={t('note')}
        autoFocus={open}
        rows={2}
        maxLength={MAX_NOTE}
        placeholder={t('notePlaceholder')}
        value={note ?? ''}
        onChange={(event) => onNote(event.target.value)}
        onBlur={() => note === undefined && setOpen(false)}
      />
    </div>
  );
}
