/** The way into the search: a form that works without script. With more than one language readers may choose one. */
export function SearchForm(props: { query?: string; language?: string; languages?: readonly [string, string][] }) {
  const { query = "", language = "", languages = [] } = props;
  return (
    <search>
      <form className="find" action="/search" method="get">
        <label className="unseen" htmlFor="q">
          Search
        </label>
        <input id="q" name="q" type="search" defaultValue={query} maxLength={200} autoComplete="off" required />
        {languages.length > 1 && (
          <select name="lang" aria-label="Language" defaultValue={language}>
            <option value="">All languages</option>
            {languages.map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
