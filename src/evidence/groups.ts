/** Disjoint sets over `0 … size - 1`, joined two by two. The smallest index stands for its set. */
export interface Groups {
  readonly join: (a: number, b: number) => void;
  readonly rootOf: (i: number) => number;
}

export function groupsOf(size: number): Groups {
  const parent = Array.from({ length: size }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    let walk = i;
    while (parent[walk] !== root) {
      const next = parent[walk] ?? root;
      parent[walk] = root;
      walk = next;
    }
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      const [x, y] = [rootOf(a), rootOf(b)];
      parent[Math.max(x, y)] = Math.min(x, y);
    },
  };
}
