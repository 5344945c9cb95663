import type { TestApp } from '@wheelhouse/testing';
import type { World } from '../support/a-world.js';

interface Caller {
  name: string;
  token: string | null;
}

/** Who sends: every role of one tenant, the operator, somebody unknown, and somebody with a wrong token. */
export class Callers {
  private list: Caller[] = [];
  readonly count = 12;

  constructor(
    private readonly app: TestApp,
    private readonly own: World,
    private readonly operator: { token: string },
  ) {}

  at(index: number): Caller {
    return this.list[index] ?? { name: 'nobody', token: null };
  }

  /**
   * Requests end sessions, take grants away and suspend tenants. Before each round all that is undone: people who were
   * thrown out come back as others of the same role.
   */
  async comeBack(): Promise<void> {
    const { t, n1, north } = this.own;
    await this.app.source.query(`UPDATE tenants SET status = 'active' WHERE status = 'suspended'`);
    const [admin, quality, supervisor, manager, staff, shopper, viewer] = await Promise.all([
      t.as('hq_admin'),
      t.as('quality_manager'),
      t.as('supervisor', { scopeKind: 'org_unit', scopeId: north }),
      t.as('franchise_manager', { scopeKind: 'outlet', scopeId: n1 }),
      t.as('outlet_staff', { scopeKind: 'outlet', scopeId: n1 }),
      t.as('mystery_shopper'),
      t.as('viewer'),
    ]);
    const roles = { admin, quality, supervisor, manager, staff, shopper, viewer };
    this.list = [
      ...Object.entries(roles).map(([name, { token }]) => ({ name, token })),
      // Those who may most send most.
      { name: 'admin', token: admin.token },
      { name: 'quality', token: quality.token },
      { name: 'operator', token: this.operator.token },
      { name: 'nobody', token: null },
      { name: 'impostor', token: 'no-such-session' },
    ];
  }
}
