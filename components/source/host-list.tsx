type Host = { host: string; sources: number; lost: number; unknown: number };

/** Hosts whose sources are lost or unknown, the worst first, each as a bar of its sources. */
export function HostList({ hosts }: { hosts: Host[] }) {
  return (
    <table className="w-full text-[14px] tabular-nums">
      <thead className="text-left text-[13px] text-ink-soft">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 pr-4 font-medium">
            Host
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium">
            Lost
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium">
            Unknown
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium">
            Sources
          </th>
          <th className="hidden w-1/3 sm:table-cell" aria-hidden />
        </tr>
      </thead>
      <tbody className="divide-y divide-rule border-b border-rule">
        {hosts.map(({ host, sources, lost, unknown }) => (
          <tr key={host}>
            <th scope="row" className="max-w-60 truncate py-2 pr-4 text-left font-medium">
              {host}
            </th>
            <td className={`py-2 pr-4 text-right ${lost > 0 ? "font-semibold text-blocker" : "text-ink-faint"}`}>
              {lost}
            </td>
            <td className="py-2 pr-4 text-right text-ink-soft">{unknown}</td>
            <td className="py-2 pr-4 text-right text-ink-soft">{sources}</td>
            <td className="hidden sm:table-cell" aria-hidden>
              <span className="flex h-2 overflow-hidden rounded-full bg-ok/30">
                <span className="bg-blocker" style={{ width: `${(100 * lost) / sources}%` }} />
                <span className="bg-ink-faint/60" style={{ width: `${(100 * unknown) / sources}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
