import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/p/:projectId/collect', name: 'collect', component: () => import('./CollectView.vue'), props: true },
  { path: '/p/:projectId/collect/sameness', name: 'sameness', component: () => import('./sameness/SamenessView.vue'), props: true },
  { path: '/p/:projectId/collect/sameness/:unitA/:unitB', name: 'same-pair', component: () => import('./sameness/PairView.vue'), props: true },
  // A page of its own for every unit: nothing of one report is left standing when another is opened.
  { path: '/p/:projectId/collect/:unitId', name: 'report', component: () => import('./reading/ReportView.vue'), props: true },
  { path: '/p/:projectId/collect/:unitId/versions', name: 'report-versions', component: () => import('./versions/VersionsView.vue'), props: true },
]
