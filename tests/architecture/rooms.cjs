/**
 * Who may import whom: the table of docs/architecture.md as rules for dependency-cruiser. Allow-lists throughout, so that a new room or
 * package is forbidden until someone decides. Every rule has a violation in fixtures/src; rooms.test.ts sees to it.
 *
 * `S` also matches the fixtures, which thereby obey the same rules.
 */
const S = '(^|/)src/'
const rubricData = '^(tests/architecture/fixtures/)?rubrics/[^/]+[.]json$'
const virtual = '^virtual:'

/** room → rooms (or parts of rooms) and packages it may import. app, the front hall, may import everything and has no row. */
const table = {
  core: { rooms: ['core/'], packages: [] },
  storage: { rooms: ['storage/', 'core/'], packages: ['dexie'] },
  exchange: {
    rooms: ['exchange/', 'core/'],
    packages: ['xlsx', 'hucre', 'fflate', 'pdfjs-dist', 'mammoth', 'htmlparser2', 'parse5', 'postal-mime', 'docx'],
  },
  workers: { rooms: ['workers/', 'core/', 'exchange/'], packages: [] },
  workflows: { rooms: ['workflows/', 'core/', 'storage/', 'exchange/', 'workers/'], packages: [], others: [rubricData] },
  ui: { rooms: ['ui/', 'core/'], packages: ['vue', 'vue-i18n', 'element-plus', 'echarts'] },
  features: {
    rooms: ['features/', 'core/', 'workflows/', 'ui/', 'storage/queries/'],
    packages: ['vue', 'vue-i18n', 'pinia', 'vue-router', 'element-plus'],
  },
}

/** package → the only folder it may be reached from. */
const onlyFolder = {
  dexie: 'storage/',
  xlsx: 'exchange/excel/',
  hucre: 'exchange/excel/',
  fflate: 'exchange/',
  'pdfjs-dist': 'exchange/pdf/',
  mammoth: 'exchange/docx/',
  docx: 'exchange/docx/',
  htmlparser2: 'exchange/html/',
  parse5: 'exchange/html/',
  'postal-mime': 'exchange/html/',
  echarts: 'ui/',
}

/** A package by its folder, or by its bare name when it is not installed (and so cannot be resolved). */
function packagePath(name) {
  return `(^|/)node_modules/${name}/|^${name}(/|$)`
}

function rulesOfRoom([room, { rooms, packages, others = [] }]) {
  const packagePaths = packages.map(packagePath)
  return [
    {
      name: `${room}-rooms`,
      comment: `${room} may import ${rooms.join(', ')} and no other room, file or Node module`,
      from: { path: `${S}${room}/` },
      to: { couldNotResolve: false, pathNot: [...rooms.map((allowed) => S + allowed), ...others, ...packagePaths, virtual, 'node_modules/'] },
    },
    {
      name: `${room}-packages`,
      comment: `${room} may import ${packages.length === 0 ? 'no package' : packages.join(', ')}`,
      from: { path: `${S}${room}/` },
      to: { path: 'node_modules/', ...(packages.length === 0 ? {} : { pathNot: packagePaths }) },
    },
  ]
}

function ruleOfPackage([name, folder]) {
  return {
    name: `only-${folder.replace(/\/$/, '').replace('/', '-')}-knows-${name}`,
    comment: `${name} is reached from src/${folder} only`,
    from: { pathNot: S + folder },
    to: { path: packagePath(name) },
  }
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', from: {}, to: { circular: true } },
    { name: 'no-unresolved', from: {}, to: { couldNotResolve: true, pathNot: virtual } },
    {
      name: 'no-undeclared-packages',
      comment: 'a package that is only there because another one needs it may be gone tomorrow',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    { name: 'no-test-code', comment: 'the program does not lean on its tests or scripts', from: { path: S }, to: { path: '^(tests/(?!architecture/fixtures/)|scripts/|bench/)' } },
    ...Object.entries(table).flatMap(rulesOfRoom),
    { name: 'app-is-the-front-hall', comment: 'nothing imports app', from: { pathNot: `${S}app/` }, to: { path: `${S}app/` } },
    { name: 'features-are-islands', from: { path: `${S}features/([^/]+)/` }, to: { path: `${S}features/`, pathNot: `${S}features/$2/` } },
    { name: 'features-read-only', from: { path: `${S}features/` }, to: { path: `${S}storage/`, pathNot: `${S}storage/queries/` } },
    {
      name: 'workers-are-called-by-workflows',
      comment: 'app may, because it may everything',
      from: { pathNot: `${S}(workers|workflows|app)/` },
      to: { path: `${S}workers/` },
    },
    {
      name: 'workers-are-built-in-openWorkers',
      comment: 'a worker file imported directly would run in the window; with ?worker it would be constructed elsewhere',
      from: { pathNot: `${S}workers/openWorkers(Inline)?[.]ts$` },
      to: { path: '[.]worker[.]ts' },
    },
    { name: 'rubric-data-through-workflows', from: { pathNot: `${S}workflows/` }, to: { path: rubricData } },
    ...Object.entries(onlyFolder).map(ruleOfPackage),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
