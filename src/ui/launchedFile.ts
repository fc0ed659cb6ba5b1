import { shallowRef } from 'vue'

/** A project file that the system handed to the program (double click, where it is installed); null when there is none to open. */
export const launchedFile = shallowRef<{ readonly file: File; readonly handle?: FileSystemFileHandle } | null>(null)
