import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [{ path: '/health', name: 'health', component: () => import('./HealthView.vue') }]
