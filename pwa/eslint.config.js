import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.strict,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // The compiler knows which names exist.
      'no-undef': 'off',
      // `array[i]!` after a length check reads better than a cast.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      // Line breaks are left to the writer; a mark-up line may carry several short attributes.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      // The compiler checks both: optional props may be undefined, a computed switch covers every case.
      'vue/require-default-prop': 'off',
      'vue/return-in-computed-property': 'off',
      'vue/multi-word-component-names': 'off',
      // Names are snake_case from the column to the label, props that carry a field included.
      'vue/attribute-hyphenation': 'off',
      'vue/prop-name-casing': 'off',
    },
  },
  { files: ['scripts/**', '*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
)
