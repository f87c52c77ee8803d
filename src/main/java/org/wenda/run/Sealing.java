package org.wenda.run;

import java.nio.file.Path;
import java.time.Instant;
import org.wenda.config.EvidenceSettings;
import org.wenda.evidence.BagKey;
import org.wenda.evidence.BagTerms;
import org.wenda.evidence.Bags;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.Lang;

/** Opens the bundles of a stored run, has something in them written anew, and seals them again. */
public final class Sealing {
    private final Pages pages;
    private final BagTerms terms;

    /**
     * @param pages what is written anew in any case, because they show all the rest
     * @throws org.wenda.words.InputException if the key that bundles are to be signed with cannot be used
     */
    public Sealing(Pages pages, EvidenceSettings settings) {
        this.pages = pages;
        this.terms = terms(settings);
    }

    static BagTerms terms(EvidenceSettings settings) {
        Path key = settings.key();
        return new BagTerms(settings.organization(), key == null ? null : BagKey.read(key), settings.timestampUrl());
    }

    /**
     * Makes the pages of a run again and seals its bundles.
     *
     * @param now what the seals are dated
     * @throws org.wenda.words.InputException if it is no run, or another program is at it
     */
    public Pages.Written again(Path run, Lang lang, Instant now) {
        try (RunDirectory directory = RunDirectory.resume(run)) {
            Bags.open(directory);
            Pages.Written written = pages.write(directory, lang);
            return written.noting(Bags.seal(directory, terms, now));
        }
    }
}
