/**
 * The import rule of the house:
 *
 *     report  <-  rules, read, write  <-  papers, rollup  <-  host  <-  taskpane  <-  commands (wires excel to the pane)
 *                                                             host  <-  excel
 *                                          papers, rollup  <-  cli
 *     report/a1  <-  book: a workbook as Excel holds it, knows no report  <-  workbench (nothing else), offline
 *     offline (host, book and the pane on one page) imports what commands does, without excel
 *
 * A room may import itself and the rooms listed here, and nothing else under src.
 */
const { readdirSync } = require('node:fs');

const engine = ['report', 'rules', 'read', 'write', 'papers', 'rollup'];
const mayImport = {
  report: [],
  rules: ['report'],
  read: ['report'],
  write: ['report'],
  papers: ['report', 'rules', 'write'],
  rollup: ['report', 'rules', 'read', 'write'],
  host: engine,
  excel: [...engine, 'host'],
  taskpane: [...engine, 'host'],
  commands: [...engine, 'host', 'excel', 'taskpane'],
  cli: engine,
  book: ['report/a1.ts'],
  workbench: ['book', 'report/a1.ts'],
  offline: [...engine, 'host', 'taskpane', 'book'],
};

/** A room, or one file of it where it is named with its ending. */
const placeOf = (place) => (/\.[a-z]+$/.test(place) ? `${place.replace('.', '\\.')}$` : `${place}/`);

const roomRules = Object.entries(mayImport).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import only itself${others.length > 0 ? ` and ${others.join(', ')}` : ''}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].map(placeOf).join('|')})` },
}));

/**
 * The rooms inside a room: each may import itself, the files that stand in the room beside it (`.` where it may) and the
 * inner rooms listed.
 */
const inner = {
  book: { formulas: ['.'], changes: ['.', 'formulas'] },
  report: { sheet: ['.'], editions: ['.', 'sheet'], expression: [] },
  read: {
    containers: [],
    labels: [],
    words: ['.', 'containers'],
    tables: ['.', 'containers', 'labels'],
    compose: ['.', 'containers', 'labels', 'tables'],
    formats: ['.', 'containers', 'labels', 'tables', 'compose'],
  },
  rules: { sums: ['.'], text: ['.', 'sums'], words: ['.'] },
  rollup: { collection: ['.'], likeness: ['.', 'collection'] },
  excel: { loop: ['.'] },
  taskpane: {
    words: [],
    parts: ['.', 'words'],
    home: ['.', 'words', 'parts'],
    fill: ['.', 'words', 'parts', 'home'],
    text: ['.', 'words', 'parts', 'fill'],
    export: ['.', 'words', 'parts', 'text'],
    county: ['.', 'words', 'parts', 'fill', 'export'],
    check: ['.', 'words', 'parts', 'export'],
  },
  write: { word: ['.'], html: ['.', 'word'], xlsx: ['.'] },
  cli: { reading: ['.'], output: ['.', 'reading'], commands: ['.', 'reading', 'output'] },
  offline: { words: [], form: ['.', 'words'], keep: ['.', 'words'] },
  workbench: {
    protocol: [],
    files: [],
    grid: [],
    host: ['protocol'],
    page: ['files', 'grid', 'host'],
  },
};

const roomsIn = (room) =>
  readdirSync(`src/${room}`, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
for (const room of Object.keys(mayImport))
  for (const own of roomsIn(room))
    if (inner[room]?.[own] === undefined) throw new Error(`src/${room}/${own} has no rule: add it to \`inner\`.`);

const innerRules = Object.entries(inner).flatMap(([room, rooms]) =>
  Object.entries(rooms).map(([own, others]) => {
    const allowed = [own, ...others].map((other) => (other === '.' ? '[^/]+$' : `${other}/`));
    return {
      name: `room-${room}-${own}`,
      comment: `src/${room}/${own} may import, inside its room, only itself${others.length > 0 ? ` and ${others.join(', ')}` : ''}.`,
      severity: 'error',
      from: { path: `^src/${room}/${own}/` },
      to: { path: `^src/${room}/`, pathNot: `^src/${room}/(${allowed.join('|')})` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...innerRules,
    {
      name: 'no-new-room',
      comment: 'A room that the table above does not know has no rule: add it there.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
    },
    {
      name: 'no-circular',
      comment: 'Imports of types count: a type that two files need stands in a third, or beside the data.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'engine-runs-anywhere',
      comment: 'The engine runs unchanged in the pane, in a worker and in Node: no modules of Node, React or Office.',
      severity: 'error',
      from: { path: `^src/(${engine.join('|')})/` },
      to: { path: '(^|/)(react|react-dom|@fluentui|@microsoft/office-js|office-js)(/|$)' },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'Only the command line runs in Node alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-taskpane-draws',
      comment: 'The grid of the workbench too is React: Univer is built on it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(taskpane|workbench/grid)/' },
      to: { path: 'node_modules/(react|react-dom|@fluentui)/' },
    },
    {
      name: 'src-stands-alone',
      comment:
        'What ships must not lean on tests or scripts, nor on packages for development only (the workbench is such a tool).',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'no-dev-packages-shipped',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
