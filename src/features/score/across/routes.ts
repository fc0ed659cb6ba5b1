import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/across/:itemId?', name: 'across', component: () => import('#features/score/across/AcrossView.vue'), props: true },
]
