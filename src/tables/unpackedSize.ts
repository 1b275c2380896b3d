const centralEntry = 0x02014b50;
const centralEntryLength = 46;
const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1');
const endOfDirectoryLength = 22;

/**
 * The bytes that a ZIP file says it unpacks to; nothing where its directory cannot be read or leaves a size open.
 * Readers hold an entry to the size that is said here, so a small file cannot unpack to a huge one unseen.
 */
export function unpackedSize(bytes: Buffer): number | undefined {
  const end = bytes.lastIndexOf(endOfDirectory);
  if (end < 0 || end + endOfDirectoryLength > bytes.length) return undefined;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // ZIP64, made for more than four gigabytes, keeps another directory.
  if (entries === 0xffff || at === 0xffffffff || bytes.readUInt32LE(end + 12) === 0xffffffff)
    return undefined;
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + centralEntryLength > bytes.length || bytes.readUInt32LE(at) !== centralEntry) return undefined;
    const size = bytes.readUInt32LE(at + 24);
    const isPacked = bytes.readUInt16LE(at + 10) !== 0;
    if (size === 0 && isPacked) return undefined;
    total += size;
    at +=
      centralEntryLength +
      bytes.readUInt16LE(at + 28) +
      bytes.readUInt16LE(at + 30) +
      bytes.readUInt16LE(at + 32);
  }
  return total;
}
