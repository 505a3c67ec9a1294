import { createCipheriv, createDecipheriv } from 'node:crypto';
import { frameHeadLength, tagLength } from './layout';

export type FrameHead = { kind: number; table: number; length: number };

/** Who enciphers the frames of one file: the file's key and the hash of its header, which every frame vouches for. */
export type FileKey = { key: Buffer; header: Buffer };

/** A frame's place in the file is its nonce and, with its head and the header, what its tag covers: none moves, none goes missing. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

/** Head and enciphered body of the frame at this place. */
export function sealFrame(
  { key, header }: FileKey,
  index: number,
  frame: Omit<FrameHead, 'length'>,
  body: Buffer,
): Buffer {
  const head = Buffer.alloc(frameHeadLength);
  head.writeUInt8(frame.kind, 0);
  head.writeUInt16BE(frame.table, 1);
  head.writeUInt32BE(body.length + tagLength, 3);
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
  cipher.setAAD(Buffer.concat([header, head]));
  return Buffer.concat([head, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

export function parseHead(head: Buffer): FrameHead {
  return { kind: head.readUInt8(0), table: head.readUInt16BE(1), length: head.readUInt32BE(3) };
}

/** The body of a frame; undefined when head, body or place is not what was sealed. */
export function openFrame({ key, header }: FileKey, index: number, head: Buffer, body: Buffer): Buffer | undefined {
  const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
  cipher.setAAD(Buffer.concat([header, head]));
  cipher.setAuthTag(body.subarray(body.length - tagLength));
  try {
    return Buffer.concat([cipher.update(body.subarray(0, body.length - tagLength)), cipher.final()]);
  } catch {
    return undefined;
  }
}
