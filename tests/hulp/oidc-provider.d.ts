// The package comes without types; this is the part the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  interface Koa {
    path: string;
    method: string;
    req: IncomingMessage;
    res: ServerResponse;
    respond: boolean;
    body: unknown;
    oidc: { client: { clientId: string }; session: { accountId: string; grantIdFor(clientId: string): string | undefined } };
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, config: Record<string, unknown>);
    Grant: new (inhoud: { accountId: string; clientId: string }) => Grant;
    use(middleware: (ctx: Koa, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
    interactionFinished(req: IncomingMessage, res: ServerResponse, uitkomst: Record<string, unknown>): Promise<void>;
    on(soort: string, doe: (...gegevens: unknown[]) => void): void;
  }
  export type { Koa };
}
