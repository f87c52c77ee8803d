package org.wenda.run;

import org.wenda.evidence.RunDirectory;
import org.wenda.words.Lang;

/** Makes the pages and reports of a run from what is stored. */
@FunctionalInterface
public interface Pages {
    /** Returns how many exchanges the report shows. */
    int write(RunDirectory directory, Lang lang);
}
