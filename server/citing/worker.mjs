// Formats citations in a process of its own, one job after the other. citeproc gets a style, locales, items and citations,
// and answers in strings whose formatting is told by the tokens that tokens.ts names. A style may make it run for ever or
// eat all memory: the process that started this one ends it then, and so it ends itself when nobody is there to do so.
// It is plain JavaScript, so that Node starts it from the built product as from the sources.
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { Script } from "node:vm";

const CSL = createRequire(import.meta.url)("citeproc");
const run = new Script("runJob()");

// Whoever reads or writes goes first.
setPriority(5);

process.on("disconnect", () => process.exit());
process.on("message", ({ job, tokens, seconds }) => {
  globalThis.runJob = () => formatted(job, tokens);
  try {
    process.send({ done: run.runInThisContext({ timeout: Math.ceil(seconds * 1000) + 2000 }) });
  } catch (error) {
    process.send({ failed: error instanceof Error ? error.message : String(error) });
  }
});

function formatted(job, tokens) {
  const items = new Map(job.items.map((item) => [item.id, item]));
  // These are citeproc's own for all engines, so they are set for each text.
  CSL.Output.Formats["tokens"] = formats(tokens);
  CSL.debug = () => undefined;
  CSL.stringCompare = wordByWord(job.locale);
  const engine = engineFor(job, tokens);
  engine.sys.retrieveItem = (id) => items.get(String(id));
  return inOrder(engine, job);
}

/** Engines of styles that are always here, ready for the next text: that of APA takes a second of work to be made. */
const ready = new Map();
const mostReady = 4;

/** One that knows of no text. Styles from elsewhere have an engine of their own each time. */
function engineFor(job, tokens) {
  if (job.bundled === null) return newEngine(job, tokens);
  const key = `${job.bundled} ${job.locale}`;
  const kept = ready.get(key);
  if (kept) {
    kept.restoreProcessorState([]);
    return kept;
  }
  const engine = newEngine(job, tokens);
  if (ready.size >= mostReady) ready.clear();
  ready.set(key, engine);
  return engine;
}

function newEngine(job, tokens) {
  const sys = {
    retrieveItem: () => undefined,
    retrieveLocale: (tag) => job.locales[tag] ?? false,
    // Says of each piece of a citation which item it is of.
    variableWrapper: ({ context, itemData }, before, text, after) =>
      context === "citation"
        ? `${before}${tokens.cite}${itemData.id}${tokens.endOfId}${text}${tokens.end}${after}`
        : before + text + after,
  };
  const engine = new CSL.Engine(sys, job.style, job.locale, true);
  Object.assign(engine.opt.development_extensions, {
    // A note is a note: it cannot set other fields of its item.
    field_hack: false,
    // A locator and its label come apart already, and a date is in parts.
    locator_label_parse: false,
    locator_date_and_revision: false,
    raw_date_parsing: false,
  });
  engine.setOutputFormat("tokens");
  return engine;
}

/**
 * Sorts by the words of the language, one after the other, accents and capitals counting where letters are the same
 * (Unicode Collation Algorithm, punctuation not ignored), so that Müller does not mix with Muller. Numbers go by size.
 */
function wordByWord(locale) {
  const { compare } = new Intl.Collator(locale, { sensitivity: "variant", ignorePunctuation: false });
  return (one, other) => {
    if (/^\d+$/.test(one) && /^\d+$/.test(other)) return Number(one) - Number(other) || 0;
    const [words, others] = [one, other].map((text) => text.split(/[\s|,;.&()["“”‘\]]+/).filter(Boolean));
    for (let at = 0; at < Math.min(words.length, others.length); at++) {
      const order = compare(words[at], others[at]);
      if (order !== 0) return order;
    }
    return words.length - others.length;
  };
}

function inOrder(engine, job) {
  const budget = { left: job.mostCharacters };
  engine.updateItems([...new Set(job.citations.flatMap(({ citationItems }) => citationItems.map(({ id }) => id)))]);
  const texts = new Map();
  const before = [];
  for (const citation of job.citations) {
    const [, changed] = engine.processCitationCluster(citation, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
    before.push([citation.citationID, citation.properties.noteIndex]);
    for (const [, text, id] of changed) {
      texts.set(id, text);
      spend(budget, text);
    }
  }
  engine.updateUncitedItems(job.uncited);
  const list = engine.makeBibliography();
  const entries = list ? list[1] : [];
  for (const entry of entries) spend(budget, entry);
  return {
    citations: [...texts],
    entries,
    hanging: Boolean(list && (list[0].hangingindent || list[0]["second-field-align"])),
  };
}

/** Text beyond all reason is not carried to the other thread. */
function spend(budget, text) {
  budget.left -= text.length;
  if (budget.left < 0) throw new Error("too long");
}

function formats({ end, start, entry, endOfId, block, leftMargin }) {
  const set = (token) => `${token}%%STRING%%${end}`;
  const quoted = (kind) => (state, text) => {
    if (text === undefined) return kind === "quote" ? state.getTerm("open-quote") : "’";
    return state.getTerm(`open-${kind}`) + text + state.getTerm(`close-${kind}`);
  };
  const plain = (_state, text) => text;
  return {
    text_escape: (text) => text || "",
    bibstart: "",
    bibend: "",
    "@passthrough/true": CSL.Output.Formatters.passthrough,
    "@font-style/italic": set(start.italic),
    "@font-style/oblique": set(start.italic),
    "@font-style/normal": set(start.upright),
    "@font-weight/bold": set(start.bold),
    "@font-weight/normal": set(start.regular),
    "@font-weight/light": set(start.regular),
    "@font-variant/small-caps": set(start.smallCaps),
    "@font-variant/normal": set(start.noSmallCaps),
    "@text-decoration/underline": set(start.underline),
    "@text-decoration/none": set(start.noUnderline),
    "@vertical-align/sup": set(start.sup),
    "@vertical-align/sub": set(start.sub),
    "@vertical-align/baseline": set(start.baseline),
    "@strip-periods/true": CSL.Output.Formatters.passthrough,
    "@strip-periods/false": CSL.Output.Formatters.passthrough,
    "@quotes/true": quoted("quote"),
    "@quotes/inner": quoted("inner-quote"),
    "@quotes/false": false,
    "@cite/entry": plain,
    "@bibliography/entry"(_state, text) {
      return `${entry}${this.system_id}${endOfId}${text}`;
    },
    "@display/block": set(block),
    "@display/indent": set(block),
    "@display/left-margin": set(leftMargin),
    "@display/right-inline": plain,
    "@showid/true": CSL.Output.Formats.html["@showid/true"],
    "@URL/true": plain,
    "@DOI/true": plain,
  };
}
