declare module "@citation-js/core" {
  /** The input side of Citation.js: turns text of a format into CSL-JSON. Only what is used here is declared. */
  export const plugins: {
    input: {
      chain: (
        text: string,
        options: { forceType: string; target: "@csl/list+object"; generateGraph: boolean; strict?: boolean },
      ) => unknown;
    };
  };
}

declare module "@citation-js/plugin-bibtex";
