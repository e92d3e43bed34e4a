const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 (IEEE 802.3, as zlib's) of an ASCII text: an unsigned 32-bit integer. */
export const crc32 = (ascii: string): number => {
  let crc = 0xffffffff;
  for (let at = 0; at < ascii.length; at += 1) {
    const entry = table[(crc ^ ascii.charCodeAt(at)) & 0xff] ?? 0;
    crc = (crc >>> 8) ^ entry;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
