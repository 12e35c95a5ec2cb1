/** The last good pages of this process by path, up to a number of bytes; the one asked for longest ago goes first. */
export class KeptPages<Page> {
  readonly #pages = new Map<string, Page>();
  readonly #limit: number;
  readonly #sizeOf: (page: Page) => number;
  #size = 0;
  #newest = "";

  constructor(limit: number, sizeOf: (page: Page) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(path: string): Page | undefined {
    const page = this.#pages.get(path);
    // The newest stays where it is: most requests are for one page at a time, and moving it would be most of the work.
    if (page && path !== this.#newest) {
      this.#pages.delete(path);
      this.#pages.set(path, page);
      this.#newest = path;
    }
    return page;
  }

  set(path: string, page: Page): void {
    this.delete(path);
    this.#pages.set(path, page);
    this.#newest = path;
    this.#size += this.#sizeOf(page);
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= this.#limit) break;
      this.delete(oldest);
    }
  }

  /** All that is kept, in no order that matters. */
  values(): Iterable<Page> {
    return this.#pages.values();
  }

  delete(path: string): void {
    const page = this.#pages.get(path);
    if (!page) return;
    this.#pages.delete(path);
    this.#size -= this.#sizeOf(page);
  }
}
