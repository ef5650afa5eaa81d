/** Photos that a journey takes: pictures of two colours, written as PNG. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

/** Writes a photo into a folder and gives its path. The same seed gives the same picture. */
export async function photo(folder: string, name: string, seed: number, size = 480): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, png(size, (size * 3) / 4, seed));
  return path;
}

function png(width: number, height: number, seed: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = (y: number) => {
    const line = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const isFrame = x % 60 < 3 || y % 60 < 3;
      const at = (shift: number) => ((seed * 73 + shift * 50 + (x + y) / 8) % 160) + 60;
      line.set(isFrame ? [40, 40, 48] : [at(0), at(1), at(2)], 1 + x * 3);
    }
    return line;
  };
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
}
