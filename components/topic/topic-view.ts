/** A topic as the desk lists it; `path` is its page where readers have one. */
export type TopicView = {
  id: string;
  name: string;
  description: string;
  published: number;
  filed: number;
  path: string | null;
};
