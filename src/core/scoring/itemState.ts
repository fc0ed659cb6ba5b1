/**
 * States of an item (METHOD §2). Missing is never zero: each of them is a different thing in the tree, on screen and in Excel.
 * scored: an answer · notFound 未找到: an answer too, "searched, nothing there" · notApplicable 不适用: with a reason, where the
 * rubric allows it · pending 待核: the fact is not known yet · unscored 未评: no entry, or the entry was taken back.
 */
export type ItemState = 'scored' | 'notFound' | 'notApplicable' | 'pending' | 'unscored'

export const itemStates: readonly ItemState[] = ['unscored', 'scored', 'notFound', 'notApplicable', 'pending']
