/** The layer rule: data flows app → features → server → access → domain; nothing imports upward. No allowlist. */
const rooms = {
  domain: [],
  access: ['domain'],
  texts: ['domain'],
  ui: [],
  pdf: [],
  xlsx: [],
  tabular: [],
  server: ['access', 'domain', 'texts'],
  features: ['server', 'access', 'domain', 'texts', 'ui', 'tabular', 'xlsx'],
  reports: ['access', 'server', 'domain', 'texts', 'features', 'pdf', 'xlsx', 'tabular', 'ui'],
  jobs: ['features', 'reports', 'server', 'domain', 'texts'],
  cli: ['features', 'reports', 'server', 'domain', 'jobs', 'access', 'texts'],
  app: ['features', 'reports', 'ui', 'texts', 'server', 'access', 'domain'],
};

const layerRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layerRules,
    {
      name: 'pages-never-touch-the-database',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/server/(db|prisma|command|audit|snapshot)' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'only-pdf-imports-pdfkit',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pdf/' },
      to: { path: 'node_modules/(pdfkit|uqr)' },
    },
    {
      name: 'only-xlsx-imports-its-library',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/xlsx/' },
      to: { path: 'node_modules/write-excel-file' },
    },
    {
      name: 'a-feature-never-imports-anothers-components',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/components/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'product-never-imports-tests-or-seeds',
      severity: 'error',
      from: { path: '^src/(?!cli/)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|prisma)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^src/server/prisma/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
