import ts from 'typescript';

/**
 * Which codes of the catalogue an endpoint may answer: those that are written in any function that it can reach. What is
 * reached by name only at run time (a hook, a strategy) is not seen; the endpoint then names its codes itself
 * (`@MayRefuse`).
 */
export class Refusals {
  #direct = new Map();

  constructor(checker, isOurs, codes) {
    this.checker = checker;
    this.isOurs = isOurs;
    this.codes = codes;
  }

  /** @param {ts.Node} start a method with its decorators */
  reachedFrom(start) {
    const seen = new Set([start]);
    const found = new Set();
    for (const node of seen) {
      const { codes, next } = this.#look(node);
      for (const code of codes) found.add(code);
      for (const each of next) seen.add(each);
    }
    return [...found].sort();
  }

  #look(node) {
    const known = this.#direct.get(node);
    if (known) return known;
    const result = { codes: new Set(), next: new Set() };
    this.#direct.set(node, result);
    const visit = (inner) => {
      if (ts.isTypeNode(inner)) return;
      if (ts.isStringLiteralLike(inner) && this.codes.has(inner.text)) result.codes.add(inner.text);
      if (ts.isIdentifier(inner)) for (const target of this.#targetsOf(inner)) result.next.add(target);
      ts.forEachChild(inner, visit);
    };
    ts.forEachChild(node, visit);
    return result;
  }

  /** What a name stands for, where that is code or a table of ours. */
  #targetsOf(identifier) {
    let symbol = this.checker.getSymbolAtLocation(identifier);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).flatMap((declaration) => {
      const source = declaration.getSourceFile();
      if (!this.isOurs(source) || /\/contracts\/src\/error/.test(source.fileName)) return [];
      if (ts.isClassDeclaration(declaration)) return declaration.members.filter(ts.isConstructorDeclaration);
      const isCode =
        ts.isFunctionDeclaration(declaration) ||
        ts.isMethodDeclaration(declaration) ||
        ts.isGetAccessor(declaration) ||
        (ts.isPropertyDeclaration(declaration) && declaration.initializer) ||
        (ts.isVariableDeclaration(declaration) && declaration.initializer);
      return isCode ? [declaration] : [];
    });
  }
}
