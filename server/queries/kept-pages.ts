/** The last good pages of this process by path, up to a number of bytes; the one asked for longest ago goes first. */
export class KeptPages<Page> {
  readonly #pages = new Map<string, Page>();
  readonly #limit: number;
  readonly #sizeOf: (page: Page) => number;
  #size = 0;

  constructor(limit: number, sizeOf: (page: Page) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(path: string): Page | undefined {
    const page = this.#pages.get(path);
    if (page) {
      this.#pages.delete(path);
      this.#pages.set(path, page);
    }
    return page;
  }

  set(path: string, page: Page): void {
    this.delete(path);
    this.#pages.set(path, page);
    this.#size += this.#sizeOf(page);
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    const page = this.#pages.get(path);
    if (!page) return;
    this.#pages.delete(path);
    this.#size -= this.#sizeOf(page);
  }
}
