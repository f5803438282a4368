import 'fake-indexeddb/auto'

// Page parts under test show their texts at once; in the app these come with the page.
if (typeof document !== 'undefined') {
  const { loadAllTexts } = await import('./src/i18n')
  await loadAllTexts()
}
