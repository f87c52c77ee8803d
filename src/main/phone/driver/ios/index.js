export { SimXcuitestDriver } from '../lib/ios-driver.js';
