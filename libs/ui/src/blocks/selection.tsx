import { useState, type ReactNode } from 'react';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import { Button } from './button.js';

/** Rows of a list that are chosen to do something with all of them. */
export interface Chosen<Row> {
  rows: Row[];
  has: (row: Row) => boolean;
  set: (rows: Row[], on: boolean) => void;
  clear: () => void;
  /** A phone's rows open on a press, until somebody asks to choose. */
  choosing: boolean;
  choose: (on: boolean) => void;
}

/** Keeps chosen rows over pages and filters, by their key. */
export function useChosen<Row>(keyOf: (row: Row) => string): Chosen<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const [choosing, choose] = useState(false);
  return {
    rows: [...chosen.values()],
    has: (row) => chosen.has(keyOf(row)),
    set: (rows, on) => {
      const next = new Map(chosen);
      for (const row of rows) {
        if (on) next.set(keyOf(row), row);
        else next.delete(keyOf(row));
      }
      setChosen(next);
    },
    clear: () => {
      setChosen(new Map());
      choose(false);
    },
    choosing,
    choose,
  };
}

/** What may be done with the chosen rows; stands at the window's lower edge, on a phone above the tabs. */
export function SelectionBar({
  text,
  problem,
  onClear,
  children,
}: {
  /** “3 outlets chosen”. */
  text: string;
  problem?: string;
  onClear: () => void;
  children: ReactNode;
}) {
  const t = useT(uiTexts);
  return (
    <div className="wh-selection" role="region" aria-label={text}>
      <strong role="status">{text}</strong>
      {problem && <span className="wh-bad">{problem}</span>}
      <span className="wh-row">
        {children}
        <Button variant="quiet" icon="close" onClick={onClear}>
          {t('clearSelection')}
        </Button>
      </span>
    </div>
  );
}

/** Begins and ends choosing on a phone, where rows have no boxes to tick. */
export function ChooseButton<Row>({ chosen }: { chosen: Chosen<Row> }) {
  const t = useT(uiTexts);
  return (
    <Button
      icon={chosen.choosing ? 'close' : 'check'}
      aria-pressed={chosen.choosing}
      onClick={() => (chosen.choosing ? chosen.clear() : chosen.choose(true))}
    >
      {t(chosen.choosing ? 'endChoosing' : 'chooseSeveral')}
    </Button>
  );
}
