package org.wenda.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wenda.evidence.StoredLinks;
import org.wenda.evidence.StoredRun;
import org.wenda.review.Batch;
import org.wenda.review.ItemKey;
import org.wenda.review.Unjudged;
import org.wenda.score.Bilingual;
import org.wenda.score.Index;
import org.wenda.transcript.Transcript;

/**
 * All that a rater's page shows, as data: the items of a batch with what earns which mark, and the conversations they
 * are marked on. Pure.
 *
 * @param title what the person is asked to do
 * @param conversations every conversation that some item rests on, once
 * @param style of this kind of page; the style of all pages comes besides
 */
record ReviewPage(
        String title,
        String run,
        String role,
        String person,
        String batch,
        String seed,
        String edition,
        String index,
        List<HeldPart> conversations,
        List<TaskPart> tasks,
        List<ReasonPart> reasons,
        String style,
        String styleHash,
        String script,
        String scriptHash) {

    /**
     * A conversation.
     *
     * @param prefix of the ids of its turns
     * @param replay where the page lies that plays it; empty if there is none
     */
    record HeldPart(String id, String prefix, String replay, ConversationPage page) {}

    /**
     * One item to be marked.
     *
     * @param shows ids of its conversations, parted by blanks
     * @param suggested whether a rule has a mark, to be shown once there is one of the person's own
     * @param prefilled 0–3; empty if nothing is
     * @param differ whether raters gave different marks
     */
    record TaskPart(
            int number,
            String target,
            String scenario,
            String indicator,
            String evidence,
            String name,
            String definition,
            String secondary,
            String where,
            List<LevelPart> levels,
            String shows,
            boolean suggested,
            MarksPage.MarkPart machine,
            List<GivenPart> given,
            String prefilled,
            boolean differ) {}

    record LevelPart(String value, String text) {}

    record GivenPart(String value, List<Segment> note) {}

    record ReasonPart(String wire, String name) {}

    /**
     * Where a page finds what lies beside it.
     *
     * @param pictures of all conversations
     * @param replays where the page lies that plays a conversation; empty if there is none
     */
    record Beside(ConversationPage.Pictures pictures, Map<String, String> replays) {}

    /**
     * Returns the page of a batch.
     *
     * @param links where the links of the run led
     */
    static ReviewPage of(Batch batch, StoredRun run, StoredLinks links, Index index, Naming naming, Beside beside) {
        Map<String, HeldPart> held = new LinkedHashMap<>();
        for (Batch.Task task : batch.tasks()) {
            for (Transcript transcript : held(run, task.item())) {
                String key = key(transcript);
                held.computeIfAbsent(key, unseen -> {
                    String id = "held-" + (held.size() + 1);
                    return new HeldPart(
                            id,
                            id + "-",
                            beside.replays().getOrDefault(key, ""),
                            ConversationPage.of(transcript, links, List.of(), naming, beside.pictures(), false, false));
                });
            }
        }
        List<TaskPart> tasks = new ArrayList<>();
        for (Batch.Task task : batch.tasks()) {
            List<String> shows = held(run, task.item()).stream()
                    .map(transcript ->
                            Objects.requireNonNull(held.get(key(transcript))).id())
                    .toList();
            tasks.add(task(tasks.size() + 1, task, shows, index, naming));
        }
        String style = Pages.resource("review.css");
        String script = Pages.resource("review.js");
        return new ReviewPage(
                naming.word("review.title." + batch.role().wire()),
                batch.run(),
                batch.role().wire(),
                batch.person(),
                batch.name(),
                String.valueOf(batch.seed()),
                batch.edition(),
                batch.index(),
                List.copyOf(held.values()),
                tasks,
                Arrays.stream(Unjudged.values())
                        .map(reason -> new ReasonPart(reason.wire(), reason(reason, naming)))
                        .toList(),
                style,
                Pages.hash(style),
                script,
                Pages.hash(script));
    }

    static String key(Transcript transcript) {
        return transcript.target() + "/" + transcript.scenario();
    }

    /** Returns the conversations that an item rests on: its scenario's, or all of its target. */
    static List<Transcript> held(StoredRun run, ItemKey item) {
        return run.transcripts().stream()
                .filter(transcript -> transcript.target().equals(item.target()))
                .filter(transcript ->
                        item.scenario() == null || transcript.scenario().equals(item.scenario()))
                .toList();
    }

    private static TaskPart task(int number, Batch.Task task, List<String> shows, Index index, Naming naming) {
        ItemKey key = task.item();
        Optional<Index.Item> item = index.item(key.indicator());
        List<Bilingual> levels = item.map(Index.Item::levels).orElse(List.of());
        Integer prefilled = task.prefilled();
        return new TaskPart(
                number,
                key.target(),
                Objects.requireNonNullElse(key.scenario(), ""),
                key.indicator(),
                task.evidence(),
                item.map(one -> one.name().in(naming.lang())).orElse(key.indicator()),
                item.map(one -> one.definition().in(naming.lang())).orElse(""),
                item.map(one -> secondary(one, index, naming)).orElse(""),
                where(key, naming),
                IntStream.range(0, levels.size())
                        .mapToObj(level -> new LevelPart(
                                String.valueOf(level), levels.get(level).in(naming.lang())))
                        .toList(),
                String.join(" ", shows),
                task.machine().value() != null,
                MarksPage.alone(task.machine(), naming),
                task.given().stream().map(given -> given(given, naming)).toList(),
                prefilled == null ? "" : String.valueOf(prefilled),
                task.given().stream().map(Batch.Given::value).distinct().count() > 1);
    }

    private static String where(ItemKey key, Naming naming) {
        String target = naming.target(key.target()) + " · " + naming.platform(key.target());
        return target + " · "
                + (key.scenario() == null ? naming.word("review.whole") : naming.scenario(key.scenario()));
    }

    private static String secondary(Index.Item item, Index index, Naming naming) {
        return index.secondaries().stream()
                .filter(secondary -> secondary.id().equals(item.secondary()))
                .findFirst()
                .map(secondary -> secondary.name().in(naming.lang()))
                .orElse(naming.word("marks.apart"));
    }

    private static GivenPart given(Batch.Given given, Naming naming) {
        Unjudged unjudged = given.unjudged();
        return new GivenPart(
                unjudged == null ? String.valueOf(given.value()) : reason(unjudged, naming), Segment.of(given.note()));
    }

    private static String reason(Unjudged reason, Naming naming) {
        return reason.words().in(naming.lang());
    }
}
