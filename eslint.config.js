import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

/**
 * What neither the compiler nor the rooms test can see. No type-aware rules: the whole run stays at a few seconds.
 * Every rule of our own has a line in tests/architecture/lint.test.ts that breaks it.
 */
const chinese = '[\\u3400-\\u9fff]'

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }
const noWorker = {
  selector: 'NewExpression[callee.name=/^(Worker|SharedWorker)$/]',
  message: 'Workers are constructed in workers/openWorkers.ts only (the rooms test cannot see them elsewhere).',
}
const noGlob = { selector: "MemberExpression[object.type='MetaProperty'][property.name='glob']", message: 'import.meta.glob is unseen by the rooms test; only app may use it.' }
const noChinese = { selector: `:matches(Literal[value=/${chinese}/], TemplateElement[value.raw=/${chinese}/])`, message: 'Words on the screen come from messages.*.json.' }
const impure = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The clock enters through workflows/deps.ts.' },
  { selector: "NewExpression[callee.name='Date']", message: 'Calendar days are core/calendarDay; instants are strings.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock enters through workflows/deps.ts.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Core is repeatable: no chance.' },
]

export default tseslint.config(
  { ignores: ['dist/**', 'dist-single/**', 'coverage/**', 'node_modules/**', 'tests/architecture/fixtures/**'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,mts,vue}'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The compiler knows every name; ESLint would not know the types' ones.
      'no-undef': 'off',
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-async-promise-executor': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-new-func': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'use-isnan': 'error',
    },
  },
  {
    files: ['src/**/*.vue'],
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/no-restricted-syntax': [
        'error',
        { selector: `VElement:not([name=/^(script|style)$/]) > VText[value=/${chinese}/]`, message: 'Words on the screen come from messages.*.json.' },
        { selector: "VElement:not([name=/^(kbd|script|style)$/]) > VText[value=/[A-Za-z]{2}/]", message: 'Words on the screen come from messages.*.json.' },
        { selector: `VAttribute > VLiteral[value=/${chinese}/]`, message: 'Words on the screen come from messages.*.json.' },
        { selector: `VExpressionContainer :matches(Literal[value=/${chinese}/], TemplateElement[value.raw=/${chinese}/])`, message: 'Words on the screen come from messages.*.json.' },
      ],
      // Layout of templates is left to the writer's eye.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-self-closing': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  // Runs where the program cannot: nothing in it may be newer than what such a browser reads.
  {
    files: ['public/browserCheck.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    rules: { 'no-var': 'off', '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  { files: ['src/**/*.{ts,vue}'], rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', noWorker, noGlob] } },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noWorker, noGlob, noDefaultExport] } },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noWorker, noGlob, noDefaultExport, ...impure] } },
  // Words that are read (a pasted block, a header) may stand in .ts files; a .vue file only shows.
  { files: ['src/{ui,features}/**/*.vue'], rules: { 'no-restricted-syntax': ['error', noWorker, noGlob, noChinese] } },
  { files: ['src/workers/openWorkers.ts', 'src/workers/openWorkersInline.ts'], rules: { 'no-restricted-syntax': ['error', noGlob, noDefaultExport] } },
  { files: ['src/app/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noWorker, noDefaultExport] } },
  // The banner of the last resort repeats the error where developers look.
  { files: ['src/app/lastResort.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name=/^(skip|only|todo|fails|runIf)$/][object.name=/^(describe|test|it|suite|bench)$/]", message: 'No test is left out; a missing outside thing is test.skipIf(…).' },
        { selector: "MemberExpression[property.name=/^(skip|only|todo)$/] > MemberExpression.object[object.name=/^(describe|test|it|suite)$/]", message: 'No test is left out.' },
        { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe|skip)$/]', message: 'No test is left out.' },
        {
          selector: "CallExpression[callee.callee.property.name='skipIf'] > :matches(Literal, TemplateLiteral, Identifier):first-child:not([value=/[(]needs [^)]+[)]/]):not([type='TemplateLiteral'])",
          message: 'A conditional test says what it needs in its title: "(needs ../shared)".',
        },
      ],
    },
  },
)
