// Starts an Appium server that has the simulated phone, on a free port of 127.0.0.1. Prints "listening PORT" when it can
// be asked, and ends when its standard input does: whoever started it need not live long enough to stop it.
import { fileURLToPath } from 'node:url';

// Appium looks for its drivers where it is at home when it is loaded.
process.env.APPIUM_HOME = fileURLToPath(new URL('.', import.meta.url));
const { main } = await import('appium');

const server = await main({
  subcommand: 'server',
  address: '127.0.0.1',
  port: 0,
  useDrivers: ['simdroid', 'simxcuitest'],
  loglevel: process.env.WENDA_PHONE_LOG ?? 'error',
  throwInsteadOfExit: true,
});
console.log(`listening ${server.address().port}`);

process.stdin.resume();
// Appium ends its sessions, and they their browsers, when it is told to stop.
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
