import { open, telephone } from '../../shared/later.js';

open(telephone);
