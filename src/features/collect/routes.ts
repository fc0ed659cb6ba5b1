import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/collect', name: 'collect', component: () => import('./CollectView.vue'), props: true },
]
