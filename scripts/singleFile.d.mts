import type { Plugin } from 'vite'
export function singleFile(): Plugin
