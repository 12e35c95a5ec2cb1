import { systemActor } from "@/domain/access/policy";
import { adoptAddress } from "@/server/commands/site/adopt-address";
import { fillNewsroom } from "./seed/newsroom";
import { firstPeople, signIns } from "./seed/people";

/**
 * Fills an empty database with a small newsroom, through the same commands that people use, and says how each person
 * signs in. Safe to run again: what is there is left alone, and what an interrupted run left undone is done.
 * `IMPRIMATUR_SEED=people` leaves out the articles.
 */
const people = await firstPeople();
if (people && process.env["IMPRIMATUR_SEED"] !== "people") await fillNewsroom(people);
const address = process.env["SITE_URL"];
if (address) await adoptAddress.run(systemActor, { baseUrl: address });
console.log(await signIns());
process.exit(0);
