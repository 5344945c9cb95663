import { printed } from './shortcuts.js';

/** A shortcut as keys of a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="wh-keys">
      {printed(keys).map((key, i) => (
        <kbd key={i}>{key}</kbd>
      ))}
    </span>
  );
}
