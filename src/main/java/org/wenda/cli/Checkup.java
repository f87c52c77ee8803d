package org.wenda.cli;

import java.util.List;

/** One part of what the doctor looks at. Looks only; changes nothing. */
interface Checkup {
    List<Finding> findings();
}
