const TOP = /^(apps|libs|docs|demo|tools|test|migrations|docker|\.ci)(\/|$)/;

/** Paths that a document in Markdown names: links, code in the text, and the lines of a commented tree. */
export function pathsNamedIn(markdown: string): string[] {
  const fences = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, block]) => String(block));
  const prose = markdown.replace(/^```[^\n]*\n[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target]) => String(target))
    .filter((target) => !/^[a-z]+:/.test(target));
  const code = [...prose.matchAll(/`([^`\s]+)`/g)]
    .map(([, text]) => String(text))
    .filter((text) => TOP.test(text) && /^[\w./@{},-]+$/.test(text));
  return [...new Set([...links, ...[...code, ...fences.flatMap(treeIn)].flatMap(withBraces)])];
}

/** A tree drawn by indentation or with lines, one name at the beginning of each line, below a top folder of the project. */
function treeIn(block: string): string[] {
  const above: { depth: number; path: string }[] = [];
  return block.split('\n').flatMap((line) => {
    const [, indent, name] = /^([\s│├└─]*)([\w.@{},/-]+\/|[\w.-]+\.\w+)(?=\s|$)/.exec(line) ?? [];
    if (indent === undefined || !name) return [];
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= indent.length) above.pop();
    const path = `${above.at(-1)?.path ?? ''}${name}`;
    if (!TOP.test(path)) return [];
    if (name.endsWith('/')) above.push({ depth: indent.length, path });
    return [path];
  });
}

/** `a/{b,c}` as `a/b` and `a/c`. */
function withBraces(path: string): string[] {
  const match = /^(.*?)\{([^}]*)\}(.*)$/.exec(path);
  if (!match) return [path];
  const [, before = '', inside = '', after = ''] = match;
  return inside.split(',').flatMap((each) => withBraces(`${before}${each}${after}`));
}
