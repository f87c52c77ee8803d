package org.wenda.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a published ranking shows, as data.
 *
 * @param other the same page in the other language
 * @param lead what kind of marks count, one sentence each
 * @param problems what somebody should look at before believing the page
 */
record RankingPage(String run, String other, List<String> lead, List<String> problems, List<SectionPart> sections) {

    /** @param id by which the page leads to it */
    record SectionPart(
            String id,
            String title,
            String lead,
            List<FigurePart> figures,
            List<TilesPart> tiles,
            List<PraisePart> praises) {}

    /** A table, and the chart that shows the same. */
    record FigurePart(@Nullable ChartPart chart, TablePart table) {}

    /** @param data what {@code charts.js} draws, as JSON that holds no mark-up */
    record ChartPart(String id, String label, int rows, String data) {}

    /** @param folded whether it is long, and only opened by those who want it */
    record TablePart(
            String id, String title, List<String> head, List<List<CellPart>> rows, String note, boolean folded) {}

    /**
     * A figure or a name.
     *
     * @param href what lies behind it; empty if there is nothing to lead to
     * @param behind the targets behind it, where they are several
     * @param id by which the page leads to it; empty if it does not
     */
    record CellPart(String text, String href, String note, List<LinkPart> behind, String id) {
        CellPart(String text, String href, String note, List<LinkPart> behind) {
            this(text, href, note, behind, "");
        }

        static CellPart of(String text) {
            return new CellPart(text, "", "", List.of());
        }

        static CellPart of(String text, String href) {
            return new CellPart(text, href, "", List.of());
        }
    }

    /** @param href empty if there is nothing to lead to */
    record LinkPart(String text, String href) {}

    /** The jurisdictions of a level and region, with their grades. */
    record TilesPart(String title, List<TilePart> tiles) {}

    /** @param tone in which it is coloured, from {@code g1} for the best type */
    record TilePart(String name, String grade, String tone, String href) {}

    /** One of the best, and what is proven of it. */
    record PraisePart(String group, String name, String href, String total, List<TraitPart> traits) {}

    /** @param words what was seen of the window; empty if the trait needs none */
    record TraitPart(String name, String href, String proof, List<Segment> words) {}
}
