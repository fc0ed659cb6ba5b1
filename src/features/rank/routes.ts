import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/rank', name: 'rank', component: () => import('./RankView.vue'), props: true },
]
