/** A label of a host in Punycode (RFC 3492), without its prefix "xn--". */
export function punycodeOf(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  let output = label.replace(/[^\x00-\x7f]/gu, "");
  const basic = output.length;
  if (basic > 0) output += "-";
  let [point, delta, bias, handled] = [128, 0, 72, basic];
  while (handled < points.length) {
    const next = Math.min(...points.filter((each) => each >= point));
    delta += (next - point) * (handled + 1);
    point = next;
    for (const each of points) {
      if (each < point) delta++;
      if (each !== point) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    point++;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let [left, digits] = [delta, ""];
  for (let at = 36; ; at += 36) {
    const least = Math.min(26, Math.max(1, at - bias));
    if (left < least) return digits + digitOf(left);
    digits += digitOf(least + ((left - least) % (36 - least)));
    left = Math.floor((left - least) / (36 - least));
  }
}

function adapted(delta: number, points: number, first: boolean): number {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / points);
  let bias = 0;
  for (; left > 455; bias += 36) left = Math.floor(left / 35);
  return bias + Math.floor((36 * left) / (left + 38));
}

const digitOf = (digit: number): string => "abcdefghijklmnopqrstuvwxyz0123456789".charAt(digit);
