import type { INestApplicationContext } from '@nestjs/common';

/** One JSON line on standard output: how processes here speak. */
export function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Ends the process with one readable line. */
export function refuseToStart(error: unknown): never {
  process.stderr.write(
    `${JSON.stringify({ level: 'fatal', msg: error instanceof Error ? error.message : String(error) })}\n`,
  );
  process.exit(1);
}

/** A process that was started with a channel to its parent ends, in order, when the parent is gone. */
export function stopWithParent(app: INestApplicationContext): void {
  process.on('disconnect', () => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
