import { matchUnits } from '#core/search/matchUnits'

/**
 * Many words, found in one pass over a text (Aho and Corasick 1975), in typed arrays. The trie lies in a double array: the child of
 * state s by symbol c is `base[s] + c` if `parent[base[s] + c]` is s. State 0 is the root and means "no child" elsewhere.
 */
export interface WordAutomaton {
  /** Symbol of a UTF-16 unit after folding; 0 = in no word. */
  readonly symbols: Uint16Array
  readonly base: Int32Array
  readonly parent: Int32Array
  /** The longest proper suffix of a state that is a state. */
  readonly suffix: Int32Array
  /** Index of the word that ends at a state, or −1. */
  readonly word: Int32Array
  /** The next state along the suffixes at which a word ends, or 0. */
  readonly shorter: Int32Array
  /** Length of each word, in UTF-16 units. */
  readonly lengths: Int32Array
}

interface TrieNode {
  readonly children: Map<number, TrieNode>
  word: number
  state: number
}

/**
 * Makes the automaton of a list of words, matched by `matchForm`. An empty word is never found; of words that fold to the same, the
 * first index is reported.
 * @example eachWord(makeAutomaton(['学法', '法律']), '学法律', (word, start) => …) // (0, 0), (1, 1)
 */
export function makeAutomaton(words: readonly string[]): WordAutomaton {
  const { symbols, count } = numberSymbols(words)
  const root: TrieNode = { children: new Map(), word: -1, state: 0 }
  words.forEach((word, index) => {
    let node = root
    for (let i = 0; i < word.length; i += 1) {
      const symbol = symbols[word.charCodeAt(i)]!
      let child = node.children.get(symbol)
      if (!child) node.children.set(symbol, (child = { children: new Map(), word: -1, state: 0 }))
      node = child
    }
    if (node !== root && node.word < 0) node.word = index
  })
  const arrays = layOut(root, count)
  const lengths = Int32Array.from(words, (word) => word.length)
  return { symbols, lengths, ...arrays, ...linkSuffixes(root, arrays) }
}

/** Calls `onWord` for every occurrence of every word, overlapping ones too: by end, at the same end the longest first. */
export function eachWord(automaton: WordAutomaton, text: string, onWord: (word: number, start: number) => void): void {
  const { symbols, base, parent, suffix, word, shorter, lengths } = automaton
  let state = 0
  for (let at = 0; at < text.length; at += 1) {
    const symbol = symbols[text.charCodeAt(at)]!
    if (symbol === 0) {
      state = 0
      continue
    }
    for (;;) {
      const child = base[state]! + symbol
      if (parent[child] === state) {
        state = child
        break
      }
      if (state === 0) break
      state = suffix[state]!
    }
    for (let ending = word[state]! >= 0 ? state : shorter[state]!; ending !== 0; ending = shorter[ending]!) {
      const found = word[ending]!
      onWord(found, at + 1 - lengths[found]!)
    }
  }
}

function numberSymbols(words: readonly string[]): { symbols: Uint16Array; count: number } {
  const fold = matchUnits()
  const ofFolded = new Uint16Array(0x10000)
  let count = 0
  for (const word of words) {
    for (let i = 0; i < word.length; i += 1) {
      const unit = fold[word.charCodeAt(i)]!
      if (ofFolded[unit] === 0) ofFolded[unit] = count += 1
    }
  }
  return { symbols: ofFolded.map((_, unit) => ofFolded[fold[unit]!]!), count }
}

/** Places the nodes in the double array, breadth first, each family at the first base where all its places are free. */
function layOut(root: TrieNode, symbolCount: number): Pick<WordAutomaton, 'base' | 'parent' | 'word'> {
  const nodes: TrieNode[] = [root]
  for (let i = 0; i < nodes.length; i += 1) nodes.push(...nodes[i]!.children.values())
  let base = new Int32Array(nodes.length + 2 * symbolCount + 2)
  let parent = new Int32Array(base.length).fill(-1)
  let firstFree = 1
  const grow = (length: number): void => {
    const longer = Math.max(length, parent.length * 2)
    const wider = new Int32Array(longer).fill(-1)
    wider.set(parent)
    parent = wider
    const bases = new Int32Array(longer)
    bases.set(base)
    base = bases
  }
  for (const node of nodes) {
    if (node.children.size === 0) continue
    const family = [...node.children.keys()]
    const least = Math.min(...family)
    while (parent[firstFree] !== undefined && parent[firstFree] !== -1) firstFree += 1
    // The root's family lies at its symbols themselves; no state has a negative base.
    let at = node === root ? 0 : Math.max(1, firstFree - least)
    for (;;) {
      if (at + symbolCount + 1 > parent.length) grow(at + symbolCount + 1)
      if (family.every((symbol) => parent[at + symbol] === -1)) break
      at += 1
    }
    base[node.state] = at
    for (const [symbol, child] of node.children) {
      child.state = at + symbol
      parent[child.state] = node.state
    }
  }
  // A state without children looks one symbol beyond its base: both arrays are long enough for that.
  if (parent.length < symbolCount + 1) grow(symbolCount + 1)
  const word = new Int32Array(parent.length).fill(-1)
  for (const node of nodes) word[node.state] = node.word
  return { base, parent, word }
}

function linkSuffixes(root: TrieNode, { base, parent, word }: Pick<WordAutomaton, 'base' | 'parent' | 'word'>): Pick<WordAutomaton, 'suffix' | 'shorter'> {
  const suffix = new Int32Array(parent.length)
  const shorter = new Int32Array(parent.length)
  const queue: TrieNode[] = [...root.children.values()]
  for (let i = 0; i < queue.length; i += 1) {
    const node = queue[i]!
    for (const [symbol, child] of node.children) {
      let state = suffix[node.state]!
      while (state !== 0 && parent[base[state]! + symbol] !== state) state = suffix[state]!
      const next = base[state]! + symbol
      const link = parent[next] === state ? next : 0
      suffix[child.state] = link
      shorter[child.state] = word[link]! >= 0 ? link : shorter[link]!
      queue.push(child)
    }
  }
  return { suffix, shorter }
}
