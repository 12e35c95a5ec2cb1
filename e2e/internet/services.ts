/** The services that sources are looked up with, as the fake internet plays them. */
export { services as sites } from "@/server/testing/internet/sites";
