import { createRouter, createWebHashHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { routes as collectRoutes } from '#features/collect/routes'
import { routes as deliverRoutes } from '#features/deliver/routes'
import { routes as healthRoutes } from '#features/health/routes'
import { routes as projectsRoutes } from '#features/projects/routes'
import { routes as rankRoutes } from '#features/rank/routes'
import { routes as rubricsRoutes } from '#features/rubrics/routes'
import { routes as acrossRoutes } from '#features/score/across/routes'
import { routes as scoreRoutes } from '#features/score/routes'
import { routes as searchRoutes } from '#features/search/routes'
import { loadMessages } from './i18n'

/** Hash routes: the same addresses work on any static host and from a file on a stick. */
export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [...projectsRoutes, ...rubricsRoutes, ...collectRoutes, ...scoreRoutes, ...acrossRoutes, ...searchRoutes, ...rankRoutes, ...deliverRoutes, ...healthRoutes, { path: '/:rest(.*)*', redirect: '/' }],
  })
  router.beforeResolve((to) => loadMessages(deskOf(to)))
  return router
}

/** The desk a route belongs to: '/p/…/score/…' is 'score'; the rubric desk lies inside and outside of projects; one item across units is a view of the score desk; the health page lies outside; the rest is 'projects'. */
export function deskOf(route: RouteLocationNormalized): string {
  if (/^\/rubrics(\/|$)|^\/p\/[^/]+\/rubric(\/|$)/.test(route.path)) return 'rubrics'
  if (/^\/p\/[^/]+\/across(\/|$)/.test(route.path)) return 'score'
  if (/^\/health(\/|$)/.test(route.path)) return 'health'
  return /^\/p\/[^/]+\/([a-z]+)/.exec(route.path)?.[1] ?? 'projects'
}
