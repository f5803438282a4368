import 'fake-indexeddb/auto'

// Nobody answers here but whom a test puts there; tests against a live server bring it along.
if (!process.env.JIAYI_DRAIN) globalThis.fetch = () => Promise.reject(new TypeError('no network in tests'))

// Page parts under test show their texts at once; in the app these come with the page.
if (typeof document !== 'undefined') {
  const { loadAllTexts } = await import('./src/i18n')
  await loadAllTexts()
}
