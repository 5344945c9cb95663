/** What a tree is made of: each node knows its parent; one without a (known) parent is a root. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  code: string;
}

/** The org tree in memory. Pure; built from one read of all units, of which a tenant has hundreds, not thousands. */
export class OrgTree<T extends TreeNode> {
  private readonly nodes = new Map<string, T>();
  private readonly children = new Map<string | null, T[]>();
  private readonly paths = new Map<string, string[]>();

  constructor(nodes: T[]) {
    for (const node of nodes) this.nodes.set(node.id, node);
    const byCode = [...nodes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    for (const node of byCode) {
      const parent = node.parentId !== null && this.nodes.has(node.parentId) ? node.parentId : null;
      const siblings = this.children.get(parent);
      if (siblings) siblings.push(node);
      else this.children.set(parent, [node]);
    }
  }

  get(id: string): T | undefined {
    return this.nodes.get(id);
  }

  /** Ids from the root down to `id`, both inside; empty for an unknown id. */
  path(id: string): string[] {
    const known = this.paths.get(id);
    if (known) return known;
    const upward: string[] = [];
    for (let node = this.nodes.get(id); node && !upward.includes(node.id); node = this.nodes.get(node.parentId ?? '')) {
      upward.push(node.id);
    }
    const path = upward.reverse();
    this.paths.set(id, path);
    return path;
  }

  /** 0 for the root. */
  depth(id: string): number {
    return this.path(id).length - 1;
  }

  /** Ids of `id` and everything under it; empty for an unknown id. */
  below(id: string): string[] {
    const start = this.nodes.get(id);
    return start ? [...this.walk(start)].map((node) => node.id) : [];
  }

  /** All nodes, parents before their children, siblings by code. */
  ordered(): T[] {
    return (this.children.get(null) ?? []).flatMap((root) => [...this.walk(root)]);
  }

  /** Adds up a figure for each unit over the unit and everything under it. */
  totals(own: Map<string, number>): Map<string, number> {
    const sums = new Map<string, number>();
    for (const [id, value] of own) for (const above of this.path(id)) sums.set(above, (sums.get(above) ?? 0) + value);
    return sums;
  }

  private *walk(node: T): Generator<T> {
    yield node;
    for (const child of this.children.get(node.id) ?? []) yield* this.walk(child);
  }
}
