import './design.css';
import { Page, PageHeader, Section, Segments, setTheme, useTheme, type ThemeChoice } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { Actions } from './actions.js';
import { Charts } from './charts.js';
import { designTexts } from './design.texts.js';
import { FigureBlocks } from './figures.js';
import { Forms } from './forms.js';
import { InTheHand } from './in-the-hand.js';
import { Lists } from './lists.js';
import { States } from './states.js';
import { Colours, TypeAndSpace } from './tokens.js';

const GROUPS = [
  { name: 'tokens', Show: Colours },
  { name: 'type', Show: TypeAndSpace },
  { name: 'actions', Show: Actions },
  { name: 'forms', Show: Forms },
  { name: 'figures', Show: FigureBlocks },
  { name: 'charts', Show: Charts },
  { name: 'lists', Show: Lists },
  { name: 'states', Show: States },
  { name: 'phone', Show: InTheHand },
] as const;

/** Every building block in every state, in the theme that is chosen above. */
export function DesignPage() {
  const t = useT(designTexts);
  const { choice } = useTheme();
  const themes: ThemeChoice[] = ['light', 'dark', 'system'];
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Segments
            label={t('theme')}
            value={choice}
            onChange={setTheme}
            options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          />
        }
      />
      <nav className="ds-groups" aria-label={t('title')}>
        {GROUPS.map(({ name }) => (
          <a key={name} href={`#${name}`}>
            {t(`groups.${name}`)}
          </a>
        ))}
      </nav>
      {GROUPS.map(({ name, Show }) => (
        <div key={name} id={name} className="ds-group">
          <Section title={t(`groups.${name}`)} lead={t(`leads.${name}`)}>
            <Show />
          </Section>
        </div>
      ))}
    </Page>
  );
}
