package org.wenda.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.StoredLink;
import org.wenda.link.Hop;
import org.wenda.link.Tls;
import org.wenda.link.Verdict;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Link;

/**
 * A link as a page shows it, with where it led. Pure: the same stored link and pictures, the same part.
 *
 * @param end where it ended; null if that is what was offered
 * @param title of the page at the end; empty if nothing was read
 * @param evidence what decided, a short line each
 * @param look what came of clicking it; null if nobody did
 * @param archived whether the answer stands in the target's archive
 */
record LinkPart(
        ShownLink link,
        String kind,
        VerdictPart verdict,
        List<Segment> reason,
        @Nullable ShownLink end,
        List<Segment> title,
        List<HopPart> hops,
        List<List<Segment>> evidence,
        String elapsed,
        boolean cached,
        boolean archived,
        @Nullable LookPart look) {

    record VerdictPart(String wire, String name, String tone) {}

    /** @param fault what a browser would warn of; empty if nothing */
    record HopPart(String status, ShownLink address, String elapsed, String how, List<Segment> fault) {}

    /**
     * What a browser showed.
     *
     * @param service how many more clicks lead to handling the matter, in words; empty if none do
     * @param file the picture, relative to the conversation's folder; null if there is none
     */
    record LookPart(
            String where,
            List<Segment> title,
            @Nullable String firstPaint,
            @Nullable String load,
            String error,
            String service,
            boolean survived,
            List<Segment> reason,
            @Nullable String file,
            @Nullable String shown) {}

    static LinkPart of(StoredLink link, Naming naming, ConversationPage.Pictures pictures) {
        StoredLink.Page page = link.page();
        boolean moved = !link.finalAddress().equals(link.link().href());
        return new LinkPart(
                ShownLink.of(new Link(link.link().text(), link.link().href())),
                naming.word("link.kind." + link.link().kind().wire()),
                verdict(link.verdict(), naming),
                Segment.of(link.reason().message().in(naming.lang())),
                moved ? ShownLink.of(new Link("", link.finalAddress())) : null,
                Segment.of(page == null ? "" : page.title().isEmpty() ? page.heading() : page.title()),
                link.hops().stream().map(hop -> hop(hop, naming)).toList(),
                link.evidence().stream().map(Segment::of).toList(),
                String.valueOf(Figures.show(link.elapsed())),
                link.cached(),
                link.warc() != null,
                link.look() == null ? null : look(link.place().target(), link.look(), naming, pictures));
    }

    static VerdictPart verdict(Verdict verdict, Naming naming) {
        return new VerdictPart(verdict.wire(), naming.verdict(verdict), Naming.tone(verdict));
    }

    private static HopPart hop(Hop hop, Naming naming) {
        Tls tls = hop.tls();
        return new HopPart(
                hop.status() == 0 ? "–" : String.valueOf(hop.status()),
                ShownLink.of(new Link("", hop.address().toString())),
                String.valueOf(Figures.show(hop.elapsed())),
                hop.how() == Hop.How.HTTP ? "" : naming.word("hop." + hop.how().wire()),
                Segment.of(tls == null ? "" : Objects.requireNonNullElse(tls.fault(), "")));
    }

    private static LookPart look(
            String target, StoredLink.Look look, Naming naming, ConversationPage.Pictures pictures) {
        Evidence picture = look.picture();
        Integer clicks = look.clicksToService();
        return new LookPart(
                naming.word("landing." + look.where().wire()),
                Segment.of(look.title()),
                Figures.show(look.firstPaint()),
                Figures.show(look.load()),
                String.valueOf(Figures.show(look.error())),
                clicks == null ? "" : service(clicks, naming),
                look.survived() || look.where() == Landing.Where.NOT_CLICKED,
                Segment.of(Objects.requireNonNullElse(look.reason(), "")),
                picture == null ? null : file(target, look.target(), picture),
                picture == null ? null : pictures.of(look.target(), picture));
    }

    private static String service(int clicks, Naming naming) {
        return clicks == 0 ? naming.word("landing.service-here") : naming.word("landing.service", clicks);
    }

    /** The page lies in bundles/TARGET/data/SCENARIO. */
    private static String file(String target, String clicked, Evidence picture) {
        return target.equals(clicked) ? "../" + picture.file() : "../../../" + clicked + "/data/" + picture.file();
    }
}
