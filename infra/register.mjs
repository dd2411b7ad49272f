// The app registration by which people sign in to the pages beside the chat: in Teams without a question, in a browser with their
// account. `azd up` runs this before and after it makes the resources; by hand it is `node infra/register.mjs`, as often as one likes.
// It needs the Azure CLI, signed in as somebody who may register applications (Application Developer). Who may not: it prints what to
// run, for somebody who may. The registration has no secret: it trusts the identity that the function app runs as.
import { execFileSync } from 'node:child_process';

const { TAB_APP_ID, BOT_HOST, BOT_DOMAIN, BOT_PRINCIPAL_ID, AZURE_TENANT_ID, BOT_CLOUD } = process.env;

// What is asked of a person's account: that the pages may know who it is.
const scope = 'access_as_user';
// Fixed, so that running this again changes nothing.
const scopeId = '5e0b7c1e-8f1d-4f0a-9a77-0c6f6a6d1f11';

// Programs of Microsoft that show tabs; named here, they do not ask people whether they may.
// learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad, read in 2026.
const clients = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams on computers and phones
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams in a browser
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 in a browser
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 on computers
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365 on phones, Outlook on computers
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook in a browser
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook on phones
];

const exchanges = { usgov: 'api://AzureADTokenExchangeUSGov', china: 'api://AzureADTokenExchangeChina' };
const signIns = { usgov: 'https://login.microsoftonline.us', china: 'https://login.partner.microsoftonline.cn' };
const cloud = BOT_CLOUD || 'global';

const run = (program, ...words) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' }).trim();
const az = (...words) => run('az', ...words);

// What of the registration depends on where the app is.
const parts = (id, domain) => ({
  signInAudience: 'AzureADMyOrg',
  identifierUris: [`api://${domain}/${id}`],
  web: { redirectUris: [`https://${domain}/tab/signin/callback`], implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false } },
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{
      id: scopeId, value: scope, type: 'User', isEnabled: true,
      userConsentDisplayName: '联络机器人：知道您是谁', userConsentDescription: '让联络机器人的页面知道您是谁，别的什么也不读取。',
      adminConsentDisplayName: 'LiaisonBot: know who somebody is', adminConsentDescription: 'Lets the pages of LiaisonBot know who opened them. Nothing is read.',
    }],
  },
});
const trusted = clients.map(appId => ({ appId, delegatedPermissionIds: [scopeId] }));
const trust = () => ({
  name: 'liaison-identity', issuer: `${signIns[cloud] ?? 'https://login.microsoftonline.com'}/${AZURE_TENANT_ID}/v2.0`, subject: BOT_PRINCIPAL_ID,
  audiences: [exchanges[cloud] ?? 'api://AzureADTokenExchange'],
});

function make() {
  const id = az('ad', 'app', 'create', '--display-name', 'LiaisonBot pages', '--sign-in-audience', 'AzureADMyOrg', '--query', 'appId', '--output', 'tsv');
  az('ad', 'sp', 'create', '--id', id);
  run('azd', 'env', 'set', 'TAB_APP_ID', id);
  console.log(`Registered LiaisonBot pages (${id}), by which people sign in to the pages beside the chat.`);
  return id;
}

function fit(id, domain) {
  const graph = az('cloud', 'show', '--query', 'endpoints.microsoftGraphResourceId', '--output', 'tsv').replace(/\/$/, '');
  const change = body => az('rest', '--method', 'PATCH', '--uri', `${graph}/v1.0/applications(appId='${id}')`, '--headers', 'Content-Type=application/json', '--body', JSON.stringify(body));
  const wished = parts(id, domain);
  change(wished);
  // The scope has to be there before somebody may use it.
  change({ api: { ...wished.api, preAuthorizedApplications: trusted } });
  const known = JSON.parse(az('ad', 'app', 'federated-credential', 'list', '--id', id));
  const wanted = trust();
  const old = known.find(one => one.name === wanted.name);
  if (!old) {
    az('ad', 'app', 'federated-credential', 'create', '--id', id, '--parameters', JSON.stringify(wanted));
  } else if (old.subject !== wanted.subject || old.issuer !== wanted.issuer) {
    az('ad', 'app', 'federated-credential', 'update', '--id', id, '--federated-credential-id', wanted.name, '--parameters', JSON.stringify(wanted));
  }
  console.log(`People sign in to https://${domain}/tab by LiaisonBot pages (${id}).`);
}

const domain = BOT_DOMAIN || BOT_HOST;
try {
  const id = TAB_APP_ID || make();
  if (domain && BOT_PRINCIPAL_ID && AZURE_TENANT_ID) fit(id, domain);
} catch (error) {
  const why = String(error.stderr || error.message).trim().split('\n')[0];
  console.error(`The pages beside the chat cannot be signed in to yet; the chat works without them. ${why}
Somebody who may register applications runs, in this folder, signed in with the Azure CLI and azd:
  node infra/register.mjs
  azd up`);
  process.exitCode = 1;
}
