// Preloaded into each Playground: by itself it listens on every network and outlives the bot.
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  const onLoopback = typeof first === 'number' ? { port: first, host: '127.0.0.1' } : first;
  return listen.call(this, onLoopback, ...rest);
};

// The host holds the other end of standard input; it closes whatever way the host ends.
process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
