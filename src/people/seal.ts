import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what must be read again, such as an address, so that the database alone tells nothing. */
export interface Seal {
  /** `about` binds the text to its place: sealed for one row, it cannot be opened as another's. */
  close(value: unknown, about: string): string;
  /** undefined when it was sealed with another secret or for another place, or has been changed. */
  open<T>(sealed: string, about: string): T | undefined;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM with a key of its own, made from the same secret as the codes of people (key.ts). */
export function createSeal(secret: string): Seal {
  // As a key object it is prepared once: from bytes, opening takes five times as long.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'samvit seal', 32)));
  return {
    close(value, about) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed, about) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(IV, IV + TAG));
        const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
        return JSON.parse(text.toString('utf8'));
      } catch {
        return undefined;
      }
    },
  };
}
