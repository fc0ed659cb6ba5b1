/** What can be done with a project from its row. */
export type ProjectAct = 'save' | 'settings' | 'rename' | 'archive' | 'unarchive' | 'remove' | 'restore' | 'purge'
