package org.wenda.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.StoredLink;
import org.wenda.link.OfferedLink;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Transcript;

/** What came of clicking the links of a run. One address is clicked once in a run, so a look may serve many links. */
final class Looks {
    /** Offered texts are cut. */
    private static final int LONGEST_NAME = 200;

    private final Map<List<String>, Found> inConversation = new HashMap<>();
    private final Map<String, Found> anywhere = new HashMap<>();

    private Looks() {}

    static Looks of(List<Transcript> transcripts) {
        Looks looks = new Looks();
        for (Transcript transcript : transcripts) {
            transcript.landings().forEach(landing -> looks.add(new Found(transcript, landing)));
        }
        return looks;
    }

    private void add(Found found) {
        inConversation.merge(
                List.of(
                        found.transcript.target(),
                        found.transcript.scenario(),
                        name(found.landing.text(), found.landing.href())),
                found,
                Looks::better);
        // What was not clicked here may have been clicked there; why not, is of interest only here.
        if (found.isClicked() && !found.landing.href().isEmpty()) {
            anywhere.putIfAbsent(found.landing.href(), found);
        }
    }

    private static Found better(Found one, Found other) {
        return one.isClicked() || !other.isClicked() ? one : other;
    }

    /** A view of an app tells no address before it is tapped, and the same words elsewhere may lead elsewhere. */
    private static String name(String text, String href) {
        return href.isEmpty() ? "view " + text.substring(0, Math.min(LONGEST_NAME, text.length())) : href;
    }

    /** Returns what came of clicking the address, in this conversation before any other; null if nobody tried. */
    StoredLink.@Nullable Look at(Exchange exchange, OfferedLink link) {
        Found found = find(exchange, link);
        return found == null
                ? null
                : StoredLink.Look.of(found.transcript.target(), found.transcript.scenario(), found.landing);
    }

    /** Returns the same with the page's text. */
    @Nullable
    Landing landing(Exchange exchange, OfferedLink link) {
        Found found = find(exchange, link);
        return found == null ? null : found.landing;
    }

    private @Nullable Found find(Exchange exchange, OfferedLink link) {
        Found here =
                inConversation.get(List.of(exchange.target(), exchange.scenario(), name(link.text(), link.href())));
        if (here != null && here.isClicked()) {
            return here;
        }
        Found there = anywhere.get(link.href());
        return there == null ? here : there;
    }

    private record Found(Transcript transcript, Landing landing) {
        boolean isClicked() {
            return landing.where() != Landing.Where.NOT_CLICKED;
        }
    }
}
