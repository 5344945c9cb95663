import { describe, expect, it } from 'vitest';
import { SessionGate } from './session-gate.js';

describe('a gate for requests of a session that ended', () => {
  it('lets nothing wait while nobody is signed in', async () => {
    expect(await new SessionGate().hold(true, 0)).toBe(false);
  });

  it('holds requests until somebody signs in, then lets all go on', async () => {
    const gate = new SessionGate();
    gate.guard();
    const held = [gate.hold(false, gate.round), gate.hold(true, gate.round)];
    expect(gate.state).toBe('closed');
    gate.reopen();
    expect(await Promise.all(held)).toEqual([true, true]);
    expect(gate.state).toBe('open');
  });

  it('lets a request go on at once that was refused before the new session', async () => {
    const gate = new SessionGate();
    gate.guard();
    const round = gate.round;
    gate.ask();
    gate.reopen();
    expect(await gate.hold(true, round)).toBe(true);
    expect(gate.state).toBe('open');
  });

  it('asks again for a change after it was put off, not for reading', async () => {
    const gate = new SessionGate();
    gate.guard();
    const first = gate.hold(true, gate.round);
    gate.putOff();
    expect(await first).toBe(false);
    expect(await gate.hold(false, gate.round)).toBe(false);
    expect(gate.state).toBe('put off');
    const second = gate.hold(true, gate.round);
    expect(gate.state).toBe('closed');
    gate.reopen();
    expect(await second).toBe(true);
  });

  it('lets everything fail when the signed-in page goes away', async () => {
    const gate = new SessionGate();
    const leave = gate.guard();
    const held = gate.hold(true, gate.round);
    leave();
    expect(await held).toBe(false);
    expect(gate.state).toBe('open');
  });
});
