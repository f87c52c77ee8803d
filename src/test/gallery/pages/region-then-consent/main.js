import { consent, open, places } from '../../shared/later.js';

open(places, consent);
