import type { StandardBody } from '@wheelhouse/contracts';
import { Button, Icon, List, ListRow, Section } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { editTexts } from './edit.texts.js';
import { useFlawPlace, type Flaw, type Flaws } from './problems.js';

const FIRST = 5;

/** What keeps the draft from being published, and remarks; a press leads to the place. */
export function ProblemList({
  body,
  flaws,
  onJump,
}: {
  body: StandardBody;
  flaws: Flaws;
  onJump: (field: string) => void;
}) {
  const t = useT(editTexts);
  const { problems, warnings } = flaws;
  if (problems.length === 0 && warnings.length === 0)
    return (
      <p className="wh-row wh-good">
        <Icon name="check" size={18} />
        {t('ready')}
      </p>
    );
  return (
    <>
      {problems.length > 0 && (
        <FlawList
          tone="bad"
          title={t('problems', { count: problems.length })}
          lead={t('problemsLead')}
          body={body}
          flaws={problems}
          onJump={onJump}
        />
      )}
      {warnings.length > 0 && (
        <FlawList
          tone="watch"
          title={t('warnings', { count: warnings.length })}
          body={body}
          flaws={warnings}
          onJump={onJump}
        />
      )}
    </>
  );
}

function FlawList({
  tone,
  title,
  lead,
  body,
  flaws,
  onJump,
}: {
  tone: 'bad' | 'watch';
  title: string;
  lead?: string;
  body: StandardBody;
  flaws: Flaw[];
  onJump: (field: string) => void;
}) {
  const t = useT(editTexts);
  const [all, showAll] = useState(false);
  const where = useFlawPlace(body);
  return (
    <Section
      title={<span className={`wh-${tone}`}>{title}</span>}
      lead={lead}
      flush
      actions={
        flaws.length > FIRST &&
        !all && (
          <Button variant="quiet" onClick={() => showAll(true)}>
            {t('showAll')}
          </Button>
        )
      }
    >
      <List label={title}>
        {flaws.slice(0, all ? undefined : FIRST).map((flaw) => (
          <ListRow
            key={flaw.field + flaw.message}
            icon="alert"
            title={flaw.message}
            sub={where(flaw.field)}
            onPress={() => onJump(flaw.field)}
          />
        ))}
      </List>
    </Section>
  );
}
