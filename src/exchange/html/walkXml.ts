import { Parser } from 'htmlparser2'

export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string
  readonly prefix: string
  /** Attributes by their names without prefix. */
  readonly attributes: ReadonlyMap<string, string>
}

export interface XmlVisitor {
  /** `end`: the offset after the start tag. False gives the walk up. */
  readonly open: (element: XmlElement, end: number) => boolean
  readonly close?: (name: string, end: number) => void
}

/** Walks the elements of an XML text once, without building a tree. False: the visitor gave it up. */
export function walkXml(xml: string, { open, close }: XmlVisitor): boolean {
  let goes = true
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!goes) return
        const values = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]))
        goes = open({ name: localName(name), prefix: name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '', attributes: values }, parser.endIndex + 1)
      },
      onclosetag(name) {
        if (goes) close?.(localName(name), parser.endIndex + 1)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let from = 0; from < xml.length && goes; from += sliceCharacters) parser.write(xml.slice(from, from + sliceCharacters))
  if (goes) parser.end()
  return goes
}

const sliceCharacters = 65_536

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
