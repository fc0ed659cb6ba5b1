import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/score/:unitId?/:itemId?', name: 'score', component: () => import('#features/score/ScoreView.vue'), props: true },
]
