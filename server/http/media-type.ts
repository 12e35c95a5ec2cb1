/** Whether a Content-Type (RFC 9110, 8.3) is among media types and ranges; an empty list takes any, none is in no list. */
export function isAccepted(contentType: string | undefined, accept: readonly string[]): boolean {
  if (accept.length === 0) return true;
  const type = essence(contentType ?? "");
  return accept.some((range) => {
    const wanted = essence(range);
    if (wanted === "*/*" || wanted === type) return type !== "";
    return wanted.endsWith("/*") && type.startsWith(wanted.slice(0, -1));
  });
}

const essence = (text: string): string => (text.split(";")[0] ?? "").trim().toLowerCase();
