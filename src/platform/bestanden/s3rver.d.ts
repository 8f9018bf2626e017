declare module 's3rver' {
  /** An in-process S3-compatible server, for tests. */
  export default class S3rver {
    constructor(opties: { address: string; port: number; silent: boolean; directory: string; configureBuckets: { name: string }[] });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
