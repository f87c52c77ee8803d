import { open, region } from '../../shared/later.js';

open(region);
