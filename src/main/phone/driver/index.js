export { SimDroidDriver } from './lib/driver.js';
