import { consent, open } from '../../shared/later.js';

open(consent);
