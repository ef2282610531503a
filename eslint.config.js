/** Lint for correctness. Layout is prettier's, the import rule of the house is dependency-cruiser's. */
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Of the plugin's recommended set only its own rules: the rest of that set is configured here. */
const officeRules = Object.fromEntries(
  officeAddins.configs.recommended
    .flatMap(({ rules = {} }) => Object.keys(rules))
    .filter((rule) => rule.startsWith('office-addins/'))
    .map((rule) => [rule, 'error']),
);

const hostGlobals = [
  'window',
  'document',
  'localStorage',
  'navigator',
  'fetch',
  'Office',
  'Excel',
  'process',
  'Buffer',
  '__dirname',
];
/** Expressions that look behind are made by src/report/expression. */
const literalLookBehind = {
  selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
  message: 'Safari before 16.4 gives up the whole script over it: `expression` makes it.',
};
/** Those of sentences are put together of parts, most of which look behind. */
const ownRegExp = { selector: 'NewExpression[callee.name=RegExp]', message: '`expression` makes it.' };

const node = { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' };
const es5Browser = {
  window: 'readonly',
  document: 'readonly',
  CSS: 'readonly',
  Office: 'readonly',
  setTimeout: 'readonly',
  clearTimeout: 'readonly',
};

export default tseslint.config(
  { ignores: ['dist/', 'site/', 'package/', 'coverage/', '.cache/', '**/node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Cells hold values of unknown type, and are turned into text on purpose.
      '@typescript-eslint/no-base-to-string': 'off',
      // Chinese text sets itself with wide spaces.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipJSXText: true, skipRegExps: true },
      ],
      // What an interface makes asynchronous need not await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // A handler of an event may be asynchronous.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Univer's data are plain numbers where its types say enums.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Text that comes from anywhere holds control characters, and we look for them.
      'no-control-regex': 'off',
    },
  },
  // The engine runs unchanged in the pane, in a worker and in Node.
  {
    files: ['src/{report,rules,read,write,papers,rollup}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...hostGlobals] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/workbench/**', 'src/cli/**', 'src/report/expression/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', literalLookBehind],
    },
  },
  {
    files: ['src/rules/text/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', literalLookBehind, ownRegExp] },
  },
  // A function that is longer falls apart into parts with names, or says beside it why not.
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60 }], 'max-params': ['error', { max: 6 }] },
  },
  // Markup is long without being deep: an attribute a line.
  {
    files: ['src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 110 }], 'max-params': ['error', { max: 6 }] },
  },
  // Tables that stand in a function for what they share: a member of an object of Excel's, a kind of change, a sentence, a
  // style. An entry is read by itself.
  {
    files: [
      'src/workbench/protocol/types/*.ts',
      'src/workbench/protocol/events.ts',
      'src/offline/words/*.ts',
      'src/write/word/styles.ts',
    ],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['src/taskpane/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['src/{excel,commands}/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: officeRules,
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ignores: ['src/**'],
    languageOptions: { globals: { ...node, module: 'writable', require: 'readonly' } },
  },
  { files: ['src/taskpane/syntax.js'], languageOptions: { globals: { window: 'readonly' } } },
  // The gate runs where modern syntax does not: nothing newer than ES5 may stand in it.
  {
    files: ['src/taskpane/gate.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: es5Browser },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
);
