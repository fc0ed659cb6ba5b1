import type { RouteRecordRaw } from 'vue-router'
import ProjectsView from './ProjectsView.vue'

/** The first screen comes with the shell; a further round trip would only delay it. */
export const routes: RouteRecordRaw[] = [{ path: '/', name: 'projects', component: ProjectsView }]
