// An OIDC provider for tests: node oidc_provider.mjs PORT CALLBACK
// Whoever types a name on its sign-in page is that person, with the address NAME@voorbeeld.test; a name that starts
// with "onbekend" has an address that the provider did not check. Listens on the loopback only.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [port, callback] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: "samenspel", client_secret: "een-geheim-van-de-test", redirect_uris: [callback] }],
  cookies: { keys: ["only for tests"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: id,
      email: `${id}@voorbeeld.test`,
      email_verified: !id.startsWith("onbekend"),
    }),
  }),
});

createServer(provider.callback()).listen(Number(port), "127.0.0.1");
