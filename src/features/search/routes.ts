import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/search', name: 'search', component: () => import('./SearchView.vue'), props: true },
]
