import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/rubrics', name: 'rubrics', component: () => import('./RubricsView.vue') },
  { path: '/rubrics/draft/:draftId', name: 'rubricDraft', component: () => import('./DraftView.vue'), props: true },
  { path: '/rubrics/:shelf(shipped|adopted)/:name', name: 'rubricRead', component: () => import('./ReadView.vue'), props: true },
  { path: '/p/:projectId/rubric', name: 'projectRubric', component: () => import('./ReadView.vue'), props: true },
]
