/**
 * A file that is dropped where nothing takes it is left alone: by itself the browser would open it in the place of the program, with
 * whatever was being written.
 */
export function refuseStrayDrops(target: Window): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  target.addEventListener('dragover', refuse)
  target.addEventListener('drop', refuse)
}
