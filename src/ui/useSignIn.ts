import { ref, type Ref } from 'vue'

const asked = ref(false)

/** The sign-in dialog belongs to the shell; any desk may ask for it ("who are you?") before it lets somebody score. */
export function useSignIn(): { readonly asked: Ref<boolean>; readonly askSignIn: () => void } {
  return { asked, askSignIn }
}

function askSignIn(): void {
  asked.value = true
}
