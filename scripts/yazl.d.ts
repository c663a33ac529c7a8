/** The part of yazl that the packaging uses; the package has no types of its own. */
declare module 'yazl' {
  export class ZipFile {
    outputStream: NodeJS.ReadableStream;
    addBuffer(
      content: Buffer,
      name: string,
      options: { mtime: Date; mode: number; forceDosTimestamp: boolean },
    ): void;
    end(): void;
  }
}
