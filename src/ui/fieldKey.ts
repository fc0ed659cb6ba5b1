import type { ComputedRef, InjectionKey } from 'vue'

/** What a UiField tells the control inside it. */
export interface FieldContext {
  readonly id: string
  readonly describedBy: ComputedRef<string | undefined>
  readonly invalid: ComputedRef<boolean>
}

export const fieldKey: InjectionKey<FieldContext> = Symbol('field')
