import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/deliver', name: 'deliver', component: () => import('./DeliverView.vue'), props: true },
]
