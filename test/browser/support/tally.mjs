/** Counts tests and prints one line for each. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** One test of this process. Returns whether it passed. */
  async step(name, work) {
    const started = performance.now();
    try {
      await work();
      this.#note(true, name, performance.now() - started);
      return true;
    } catch (error) {
      this.#note(false, name, performance.now() - started, error);
      return false;
    }
  }

  /** The events of node:test. A suite is no test; a file is one only when it broke outside of its tests. */
  async follow(stream, files) {
    const about = (data) => ({ ...data, isFile: files.includes(data.name), isSuite: data.details?.type === 'suite' });
    stream.on('test:pass', (data) => {
      const { isFile, isSuite } = about(data);
      if (!isFile && !isSuite) this.#note(true, data.name, data.details.duration_ms);
    });
    stream.on('test:fail', (data) => {
      const { isFile, isSuite } = about(data);
      const { error } = data.details;
      if ((isFile || isSuite) && error?.failureType === 'subtestsFailed') return;
      this.#note(false, data.name, data.details.duration_ms, error?.cause ?? error);
    });
    stream.on('test:stderr', ({ message }) => process.stderr.write(message));
    await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject).resume());
  }

  end() {
    console.log(JSON.stringify({ passed: this.#passed, failed: this.#failed }));
    process.exitCode = this.#failed > 0 || this.#passed === 0 ? 1 : 0;
  }

  #note(ok, name, ms, error) {
    if (ok) this.#passed++;
    else this.#failed++;
    console.log(`${ok ? 'ok    ' : 'not ok'} ${name} (${(ms / 1000).toFixed(1)} s)`);
    if (error) console.log(String(error.stack ?? error).replace(/^/gm, '       '));
  }
}
