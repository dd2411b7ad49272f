// A bare echo bot on the official JavaScript SDK, on Node's own web server: what the benchmarks hold our turns against.
// Put together as the SDK's samples do it, without credentials, so that neither side checks tokens.
const http = require('node:http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require('botbuilder');

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }
}

const bot = new EchoBot();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

// What the adapter expects of the request and the response of a web framework, and nothing more.
const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.status = (code) => {
      response.statusCode = code;
      return response;
    };
    response.header = (name, value) => response.setHeader(name, value);
    response.send = (body) => {
      const bytes = Buffer.from(JSON.stringify(body), 'utf8');
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Content-Length', bytes.length);
      response.write(bytes);
      return response;
    };
    await adapter.process(request, response, (context) => bot.run(context));
  });
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`The echo bot listens on http://127.0.0.1:${server.address().port}`));
