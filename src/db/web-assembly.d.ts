/** Node has it; its types come with those of browsers, which nothing else here should have. */
declare namespace WebAssembly {
  interface Module {
    readonly __module: unique symbol;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
