import { ArticleId, UserId } from "@/domain/ids";
import { writeUntil } from "./writer";

/** Writes in an article until it is killed: `writer-process.ts <article> <person> <name>`, a line for each saved word. */
const [article, person, name = "writer"] = process.argv.slice(2);
const writer = { id: UserId.parse(person), roles: ["editor"] } as const;
await writeUntil(writer, ArticleId.parse(article), name, Number.POSITIVE_INFINITY, (word) => console.log(word));
