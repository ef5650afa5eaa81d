// Pictures as a camera's files would be: small, and each with contents of its own.

import { crc32, deflateSync } from "node:zlib";

const SIZE = 48;

/** A PNG picture of one color; another seed gives another one. */
export function picture(seed) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + 3 * SIZE, 60 + 50 * seed);
  line[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array(SIZE).fill(line)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
}
