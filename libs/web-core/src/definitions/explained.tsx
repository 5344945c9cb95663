import { Hint } from '@wheelhouse/ui';
import { Meaning, type MeaningProps } from './meaning.js';

/** A figure's name with its definition beside it: the head of a column, the title of a list. */
export function Explained({ label, ...meaning }: { label: string } & MeaningProps) {
  return (
    <>
      {label}
      <Hint label={label}>
        <Meaning {...meaning} />
      </Hint>
    </>
  );
}
