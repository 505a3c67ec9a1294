import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One action as the framework's build lists it: the id that a browser posts, and where it is exported. */
export type BuiltAction = { id: string; exportedName: string; filename: string };

export type InventorySources = {
  /** `src/app`. */
  appDir: string;
  /** Files served as they are. */
  publicDir: string;
  actions: readonly BuiltAction[];
  commands: readonly string[];
  reports: readonly string[];
};

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Files by which the framework makes a route of its own, and what that is called. */
const metadataFile =
  /^(manifest|robots|sitemap|favicon|icon\d*|apple-icon\d*|opengraph-image\d*|twitter-image\d*)\.(\w+)$/;

/** Every way into the product, by name, sorted (T-020). */
export function inventory({ appDir, publicDir, actions, commands, reports }: InventorySources): string[] {
  const files = filesUnder(appDir);
  const items = files.flatMap((file) => itemsOf(file, path.join(appDir, file)));
  const formats = files.flatMap((file) => /^api\/reports\/\[reportId\]\/(\w+)\/route\.ts$/.exec(file)?.[1] ?? []);
  return [
    ...items,
    ...filesUnder(publicDir).map((file) => `static /${file}`),
    ...actions.map(({ exportedName }) => `action ${exportedName}`),
    ...commands.map((name) => `command ${name}`),
    ...reports.flatMap((id) => formats.map((format) => `report /api/reports/${id}/${format}`)),
  ].sort();
}

function itemsOf(file: string, full: string): string[] {
  const name = path.basename(file);
  const address = addressOf(path.dirname(file));
  if (/^page\.(tsx|ts|jsx|js)$/.test(name)) {
    const own = exportedNames(full).filter((exported) => /^generate(Metadata|Viewport|StaticParams)$/.test(exported));
    return [`page ${address}`, ...own.map((exported) => `page ${address} · ${exported}`)];
  }
  if (/^route\.(tsx|ts|js)$/.test(name)) {
    return exportedNames(full)
      .filter((exported) => methods.has(exported))
      .map((method) => `${method} ${address}`);
  }
  const [, kind, extension] = metadataFile.exec(name) ?? [];
  if (!kind) return [];
  const served = kind === 'manifest' ? 'manifest.webmanifest' : kind === 'sitemap' ? 'sitemap.xml' : name;
  const made = extension === 'ts' || extension === 'tsx';
  return [`metadata ${path.posix.join(address, made && served === name ? kind : served)}`];
}

/** `(app)/journal/[sectionId]` → `/journal/[sectionId]`; groups and slots leave no trace in an address. */
function addressOf(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '.' && !/^(\(.*\)|@.*)$/.test(part));
  return `/${parts.join('/')}`;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** Names that a module exports, however they are written: declarations, destructured constants, lists. */
export function exportedNames(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause && ts.isNamedExports(clause) ? clause.elements.map((element) => element.name.text) : ['*'];
    }
    if (ts.isExportAssignment(statement)) return ['default'];
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    }
    const declared = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
    return declared && statement.name ? [statement.name.text] : [];
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The actions of the build in `distDir`. */
export function builtActions(distDir: string): BuiltAction[] {
  const file = path.join(distDir, 'server', 'server-reference-manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'node' | 'edge',
    Record<string, Partial<BuiltAction>>
  >;
  return Object.entries({ ...manifest.node, ...manifest.edge }).map(([id, { exportedName = '', filename = '' }]) => ({
    id,
    exportedName,
    filename,
  }));
}
