import type { Variant } from './program'

// The positive controls that are made of the built program. They follow the code in the room named; the names in it are the compiler's.

/** storage/db.ts with the durability that Chromium has by itself. */
export const relaxedDurability: Variant = {
  name: 'relaxed durability',
  place: /chromeTransactionDurability:([`'"])strict\1,cache:/,
  instead: 'chromeTransactionDurability:$1relaxed$1,cache:',
}

/** workflows/commit.ts that does not await what it says is committed, and does not say when that fails. */
export const savedBeforeCommit: Variant = {
  name: '"saved" before the commit',
  place: /let (\w+)=await (\w+)\(\);return (\w+)=\{kind:([`'"])committed\4,/,
  instead: 'let $1=$2();$1.catch(()=>{});return $3={kind:$4committed$4,',
}
