import { createSocket, type RemoteInfo } from "node:dgram";
import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

/** What a name stands for: addresses of both families, and a name it is an alias of; null if there is no such name. */
export type Zone = (name: string, type: "A" | "AAAA") => { addresses: readonly string[]; alias?: string } | null;

/** A DNS server (RFC 1035) on a UDP port of loopback, 0 for any; every answer has a time to live of 0. */
export async function startNameServer(zone: Zone, port = 0): Promise<{ port: number; close(): Promise<void> }> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from: RemoteInfo) => {
    const answer = answerTo(message, zone);
    if (answer !== null) socket.send(answer, from.port, from.address, () => {});
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "127.0.0.1", resolve);
  });
  socket.on("error", () => {});
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

const types = { 1: "A", 28: "AAAA" } as const;

function answerTo(message: Buffer, zone: Zone): Buffer | null {
  const question = questionOf(message);
  if (question === null) return null;
  const { name, type, bytes } = question;
  const kind = types[type as keyof typeof types];
  const found = kind === undefined ? { addresses: [] } : zone(name, kind);
  const records = found === null || kind === undefined ? [] : recordsOf(found, kind);
  const header = Buffer.alloc(12);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(found === null ? 0x8583 : 0x8580, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, bytes, ...records]);
}

function questionOf(message: Buffer): { name: string; type: number; bytes: Buffer } | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === undefined || length > 63) return null;
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (message.length < at + 5) return null;
  return {
    name: labels.join(".").toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(12, at + 5),
  };
}

function recordsOf({ addresses, alias }: NonNullable<ReturnType<Zone>>, kind: "A" | "AAAA"): Buffer[] {
  const owner = alias === undefined ? Buffer.from([0xc0, 12]) : nameBytes(alias);
  const alike = addresses.filter((address) => isIPv4(address) === (kind === "A"));
  return [
    ...(alias === undefined ? [] : [record(Buffer.from([0xc0, 12]), 5, nameBytes(alias))]),
    ...alike.map((address) => record(owner, kind === "A" ? 1 : 28, addressBytes(address))),
  ];
}

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const middle = Buffer.alloc(10);
  middle.writeUInt16BE(type, 0);
  middle.writeUInt16BE(1, 2);
  middle.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, middle, data]);
}

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  return Buffer.from(ipaddr.IPv6.parse(address).toByteArray());
}
