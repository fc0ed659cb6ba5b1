import './olderEngine'
import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/control.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { errorReportKey } from '#ui/errorReport'
import { depsKey } from '#workflows/deps'
import App from './App.vue'
import { i18n, rememberedLanguage, setLanguage } from './i18n'
import { catchLastErrors, noteStep, showLastResort, writeErrorReport } from './lastResort'
import { refuseStrayDrops } from './refuseStrayDrops'
import { makeRouter } from './router'
import { takeLaunchedFiles } from './takeLaunchedFiles'
import { makeDeps } from './wire'

catchLastErrors()
refuseStrayDrops(window)
// From here on the program speaks for itself; see public/browserCheck.js.
document.documentElement.dataset['started'] = ''

async function start(): Promise<void> {
  await setLanguage(rememberedLanguage())
  const app = createApp(App)
  const router = makeRouter()
  app.config.errorHandler = (error) => showLastResort(error)
  router.onError((error) => showLastResort(error))
  router.afterEach((to) => noteStep(`route ${to.matched.at(-1)?.path ?? ''}`))
  app.use(createPinia()).use(i18n).use(router).provide(depsKey, makeDeps()).provide(errorReportKey, (more) => writeErrorReport(null, more))
  app.mount('#app')
  takeLaunchedFiles(() => void router.push('/'))
}

void start()
