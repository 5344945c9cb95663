import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { programOf, serverSources } from './program.mjs';
import { Refusals } from './refusals.mjs';
import { Schemas } from './schema-of-type.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

/**
 * What the sources say of the API: each endpoint's words, answer and refusals, and the schemas of all that it takes and
 * gives. `operations` are named `OutletsController.list`; `events` holds the data of each event that webhooks tell.
 */
export function apiShapes(root) {
  const { program, checker, isOurs } = programOf(root);
  const schemas = new Schemas(checker, isOurs);
  const refusals = new Refusals(checker, isOurs, catalogueOf(program, checker));
  const operations = {};
  for (const source of program.getSourceFiles()) {
    if (!isOurs(source)) continue;
    for (const controller of source.statements.filter((node) => isController(node))) {
      for (const method of controller.members.filter((node) => ts.isMethodDeclaration(node))) {
        if (!decoratorsOf(method).some((name) => VERBS.has(name))) continue;
        for (const { type } of method.parameters) if (type) schemas.of(checker.getTypeFromTypeNode(type));
        operations[`${controller.name.text}.${method.name.text}`] = {
          description: ts.displayPartsToString(
            checker.getSymbolAtLocation(method.name).getDocumentationComment(checker),
          ),
          answer: answerOf(method, checker, schemas),
          refusals: refusals.reachedFrom(method),
        };
      }
    }
  }
  const events = eventsOf(program, checker, schemas);
  return { operations, schemas: schemas.schemas, events };
}

/** The shapes as JSON in `file`, made anew when a source has changed since. Returns the file. */
export function freshApiShapes(root, file) {
  const sources = fingerprint(root);
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  if (kept.sources === sources) return file;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify({ sources, ...apiShapes(root) }));
  fs.renameSync(temporary, file);
  return file;
}

function fingerprint(root) {
  const hash = createHash('sha256');
  const own = fs.readdirSync(HERE).map((name) => path.join(HERE, name));
  for (const file of [...own, ...serverSources(root)]) hash.update(`${file}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

const decoratorsOf = (node) =>
  (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );

const isController = (node) => ts.isClassDeclaration(node) && decoratorsOf(node).includes('Controller');

/** null: no content; `file`: bytes or text that are no JSON; else the schema of the declared return type. */
function answerOf(method, checker, schemas) {
  const declared = method.type;
  if (!declared)
    throw new Error(`${method.getSourceFile().fileName}: ${method.name.getText()} declares no return type`);
  const inner =
    ts.isTypeReferenceNode(declared) && declared.typeName.getText() === 'Promise'
      ? declared.typeArguments[0]
      : declared;
  if (inner.kind === ts.SyntaxKind.VoidKeyword) return null;
  const text = inner.getText();
  if (text === 'string' || text === 'Buffer' || text === 'StreamableFile') return 'file';
  const type = checker.getTypeFromTypeNode(inner);
  if (type.flags & ts.TypeFlags.Any)
    throw new Error(`${method.name.getText()} answers ${text}, which nothing is known of`);
  return schemas.of(type);
}

/** What the fields of `EventData` hold. */
function eventsOf(program, checker, schemas) {
  const data = exported(program, checker, 'events', 'EventData');
  const events = checker.getDeclaredTypeOfSymbol(data).getProperties();
  return Object.fromEntries(events.map((event) => [event.name, schemas.of(checker.getTypeOfSymbol(event))]));
}

/** What a file of the contracts exports under this name. */
function exported(program, checker, file, wanted) {
  const source = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/contracts/src/${file}.ts`));
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find(({ name }) => name === wanted);
}

/** The codes of the closed catalogue. */
function catalogueOf(program, checker) {
  return new Set(
    checker
      .getTypeOfSymbol(exported(program, checker, 'errors', 'ERROR_CATALOGUE'))
      .getProperties()
      .map(({ name }) => name),
  );
}
