package org.wenda.cli;

import org.wenda.config.Home;
import org.wenda.portal.Jurisdictions;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/** Apps as they are named on the command line: by a jurisdiction, or by the package id. */
final class Apps {
    private Apps() {}

    /** @throws InputException if it is neither, or no app of the jurisdiction is known */
    static Target named(String typed, Home home) {
        if (Targets.looksLikeAddress(typed)) {
            return Targets.ofApp(typed);
        }
        Target known = Targets.of(Jurisdictions.in(home.folder()).byId(typed), Platform.MOBILE);
        if (known.address() == null) {
            throw new InputException(typed, Message.of(Apps.class, "ask.no-app", typed));
        }
        return known;
    }
}
