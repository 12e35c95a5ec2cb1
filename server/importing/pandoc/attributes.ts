const attributes =
  /\{(?:\s*(?:#[\w:.-]+|\.[\w:-]+|-|=[\w-]+|[\w:-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))+\s*\}|\{\}/uy;

/** Where pandoc's attributes that open at `at`, "{#id .class key=value}", end; -1 where there are none. */
export function attributesEnd(text: string, at: number): number {
  attributes.lastIndex = at;
  const found = text.charAt(at) === "{" ? attributes.exec(text) : null;
  return found ? at + found[0].length : -1;
}
