import { createApp } from 'vue'
import { currentDatabase, loadSession } from './api/session'
import { afterFirstPage } from './firstPage'
import { readSetting } from './db/device'
import { dataKey, isLocked } from './db/vault'
import App from './App.vue'
import { language, loadAllTexts, loadTexts } from './i18n'
import { fetchPage, router } from './router'
import { startSync } from './sync'
import { fetchOverlays, loadOverlaysLater, type Overlays } from './sync/overlay'
import './ui/tokens.css'
import './ui/base.css'
import { followElder, restoreElder } from './ui/elder'

/** Every feature says in `features/<name>/overlays.ts` what its commands will have done. */
const overlays = import.meta.glob<Overlays>('./features/*/overlays.ts', { import: 'overlays' })

async function start(): Promise<void> {
  // The page's own parts come first, while it is looked up who is here; everything else waits until the page stands.
  fetchPage(location.pathname)
  const session = await loadSession()
  // What the page will ask for is opened while the page itself is on its way.
  void currentDatabase().then((db) => db && dataKey(db.name)).catch(() => undefined)
  restoreElder(session?.membership?.role === 'resident')
  followElder()
  document.documentElement.lang = language.value
  if (language.value !== 'zh-CN') await loadTexts(['app', 'dates', 'sync', 'ui'])
  loadOverlaysLater(() => Object.values(overlays).map((load) => load()))
  startSync()
  // Of a locked phone nothing is shown, but what waits goes out.
  if (session && !location.pathname.startsWith('/signin') && (await isLocked(session.account.id))) {
    const { lower } = await import('./features/lock/curtain')
    await lower(() => Promise.resolve(history.replaceState(null, '', '/signin')))
  }
  createApp(App).use(router).mount('#app')
  // The server's sign that there is a sign-in, and nothing here that knows of it: the browser has cleared this phone.
  if (!session && document.cookie.includes('jiayi_signed_in=')) void import('./api/wiped').then(({ recover }) => recover(router))
  else if (session && (await readSetting('wiped'))?.account_id === session.account.id) void import('./api/wiped').then(({ showWiped }) => showWiped(router))
  await afterFirstPage()
  void import('./features/lock/guard').then(({ startGuard }) => startGuard())
  void fetchOverlays()
  await (await import('./appWorker')).registerWorker(router)
  // Reasons and names of every feature may turn up anywhere; by now nobody waits for them.
  setTimeout(() => void loadAllTexts(), 2000)
}

void start()
