import { Button, FormField, TextInput } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { accessTexts } from '../access-texts.js';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  autoFocus?: boolean;
}

/** The six digits of the app; phones show digits alone for it. */
export function DigitsField({ value, onChange, problem, label, autoFocus }: Props) {
  return (
    <FormField label={label} problem={problem} required>
      {(bind) => (
        <TextInput
          {...bind}
          className="id-code"
          name="one-time-code"
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus={autoFocus}
          maxLength={20}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </FormField>
  );
}

/** The six digits, or for whoever is without the app a recovery code, which has letters. */
export function CodeField({ onChange, ...rest }: Omit<Props, 'label'>) {
  const t = useT(accessTexts);
  const [recovery, setRecovery] = useState(false);
  const [turned, setTurned] = useState(false);
  const turn = () => {
    setRecovery(!recovery);
    setTurned(true);
    onChange('');
  };
  return (
    <>
      {recovery ? (
        <FormField label={t('step.recovery')} hint={t('step.recoveryHint')} problem={rest.problem} required>
          {(bind) => (
            <TextInput
              {...bind}
              className="id-code"
              name="recovery-code"
              autoFocus
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              maxLength={20}
              value={rest.value}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </FormField>
      ) : (
        <DigitsField {...rest} label={t('step.code')} onChange={onChange} autoFocus={turned || rest.autoFocus} />
      )}
      <div className="id-code__turn">
        <Button variant="quiet" onClick={turn}>
          {t(recovery ? 'step.withApp' : 'step.withRecovery')}
        </Button>
      </div>
    </>
  );
}
