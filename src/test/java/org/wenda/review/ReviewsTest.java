package org.wenda.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

@SuppressWarnings("NullAway.Init")
public final class ReviewsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final ItemKey D11 = new ItemKey("city1-web", "temporary-id-card", "D11");
    private static final ItemKey D12 = new ItemKey("city1-web", "temporary-id-card", "D12");
    private static final ItemKey I1 = new ItemKey("city1-web", "complaint", "I1");

    private Path run;
    private Reviews reviews;

    @BeforeMethod
    void store() throws IOException {
        run = ReviewSample.store(Files.createTempDirectory("reports"), 3);
        reviews = Reviews.of(run);
        for (String rater : List.of("a", "b")) {
            Files.createDirectories(reviews.folder(Role.RATER, rater));
        }
        Files.createDirectories(reviews.folder(Role.SETTLER, "c"));
    }

    @Test
    public void handsOutItemsForPeopleAndSuggestedOnes() {
        Batch batch = batch("a");

        assertThat(batch.tasks())
                .extracting(task -> task.item().label())
                .containsExactlyInAnyOrder(
                        "city1-web complaint D11",
                        "city1-web complaint D12",
                        "city1-web complaint I1",
                        "city1-web temporary-id-card D11",
                        "city1-web temporary-id-card D12",
                        "city1-web temporary-id-card I1",
                        "city1-web V6");
    }

    @Test
    public void givesEveryRaterTheSameItemsInAnotherOrder() {
        List<ItemKey> first = keys(reviews.forRaters(List.of("a", "b"), 1, 3).get(0));
        List<ItemKey> second = keys(reviews.forRaters(List.of("a", "b"), 1, 3).get(1));

        assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
    }

    @Test
    public void theSameSeedGivesTheSameOrder() {
        assertThat(reviews.forRaters(List.of("a", "b"), 1, 3)).isEqualTo(reviews.forRaters(List.of("a", "b"), 1, 3));
        assertThat(reviews.forRaters(List.of("a", "b"), 1, 3)).isNotEqualTo(reviews.forRaters(List.of("a", "b"), 2, 3));
    }

    @Test
    public void keepsTheItemsOfAConversationTogether() {
        List<String> conversations = batchOf(3, "a").tasks().stream()
                .map(task -> task.item().target() + task.item().scenario())
                .toList();
        List<String> runs = new ArrayList<>();
        conversations.forEach(one -> {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(one)) {
                runs.add(one);
            }
        });

        assertThat(runs).doesNotHaveDuplicates();
    }

    @Test
    public void partsTargetsIntoBatches() {
        assertThat(reviews.forRaters(List.of("a", "b"), 1, 2))
                .extracting(batch -> batch.person() + " " + batch.name() + " "
                        + batch.tasks().size())
                .containsExactly("a batch-01 14", "a batch-02 7", "b batch-01 14", "b batch-02 7");
    }

    private List<FinalMark> finalMarks() {
        return Reviews.reviewed(RunDirectory.open(run)).marks();
    }

    @Test
    public void refusesNamesThatAreNoRaters() {
        assertProblems(
                () -> reviews.forRaters(List.of("../x", "../x"), 1, 3),
                "--raters: '../x' is no name for a person. Accepted: small letters, digits and hyphens, at most 30, such as a or li-na.",
                "--raters: '../x' is no name for a person. Accepted: small letters, digits and hyphens, at most 30, such as a or li-na.",
                "--raters: '../x,../x' are not two or more different raters. Name them like this: --raters a,b");
    }

    @Test
    public void importsWhatAPageSaved() {
        Path saved = SavedPage.of(batch("a"), item -> 2).save("a.json");

        assertThat(reviews.take(List.of(saved), NOW)).isEqualTo(new Reviews.Imported(1, 7, 0));
        assertThat(finalMarks())
                .hasSize(7)
                .contains(new FinalMark(
                        "city1-web", null, "V6", 2, FinalMark.Origin.SINGLE, List.of(new RaterMark("a", 2))));
    }

    @Test
    public void importsTheSameFileOnlyOnce() throws IOException {
        Path saved = SavedPage.of(batch("a"), item -> 2).save("a.json");
        reviews.take(List.of(saved), NOW);
        String before = Files.readString(ratings());

        assertThat(reviews.take(List.of(saved), NOW)).isEqualTo(new Reviews.Imported(1, 0, 7));
        assertThat(ratings()).hasContent(before.stripTrailing());
    }

    @Test
    public void keepsWhatALaterMarkReplaced() throws IOException {
        SavedPage page = SavedPage.of(batch("a"), item -> 2);
        reviews.take(List.of(page.save("a.json")), NOW);
        List<String> before = Files.readAllLines(ratings());
        reviews.take(List.of(page.later(D11, "2026-11-24T09:00:00.000Z", 0).save("a.json")), NOW);

        List<String> after = Files.readAllLines(ratings());
        assertThat(after).startsWith(before.toArray(String[]::new)).hasSize(8);
        String replaced = before.stream()
                .filter(line -> line.contains("\"scenario\":\"temporary-id-card\",\"indicator\":\"D11\""))
                .map(line -> line.replaceFirst(".*\"id\":\"([0-9a-f]+)\".*", "$1"))
                .collect(Collectors.joining());
        assertThat(after.get(7)).endsWith("\"replaces\":\"" + replaced + "\"}");
        assertThat(finalMarks())
                .filteredOn(mark -> mark.indicator().equals("D11") && "temporary-id-card".equals(mark.scenario()))
                .extracting(FinalMark::value)
                .containsExactly(0);
    }

    @Test
    public void anOlderFileDoesNotUndoANewerOne() {
        SavedPage page = SavedPage.of(batch("a"), item -> 2);
        Path older = page.save("a.json");
        Path newer = page.with(D11, mark -> mark.put("value", 1).put("at", "2026-11-24T09:00:00.000Z"))
                .save("a.json");
        reviews.take(List.of(newer), NOW);
        reviews.take(List.of(older), NOW);

        assertThat(finalMarks()).contains(single(D11, 1));
    }

    @Test
    public void listsEveryProblemAndImportsNothing() {
        Path good = SavedPage.of(batch("a"), item -> 2).save("a.json");
        Path bad = SavedPage.of(batch("b"), item -> 2)
                .with(D11, mark -> mark.put("value", 4))
                .with(D12, mark -> mark.remove("value"))
                .save("b.json");

        assertProblems(
                () -> reviews.take(List.of(good, bad), NOW),
                bad + " city1-web temporary-id-card D11: is no mark. Accepted: 0, 1, 2 or 3, or a reason why it cannot"
                        + " be judged; a note of at most 2000 characters.",
                bad + " city1-web temporary-id-card D12: is no mark. Accepted: 0, 1, 2 or 3, or a reason why it cannot"
                        + " be judged; a note of at most 2000 characters.");
        assertThat(ratings()).doesNotExist();
    }

    @Test
    public void refusesByNameWhatWasMarkedOnOtherEvidence() throws IOException {
        Path saved = SavedPage.of(batch("a"), item -> 2).save("a.json");
        Files.writeString(
                RunDirectory.open(run).transcriptFile("city1-web", "complaint"), " ", StandardOpenOption.APPEND);
        String refused =
                ": was marked on other evidence than the run holds now. Make the page again with 'wenda review pack'"
                        + " and have it marked once more.";

        assertThatThrownBy(() -> Reviews.of(run).take(List.of(saved), NOW))
                .isInstanceOfSatisfying(
                        InputException.class,
                        fault -> assertThat(lines(fault))
                                .containsExactlyInAnyOrder(
                                        saved + " city1-web complaint D11" + refused,
                                        saved + " city1-web complaint D12" + refused,
                                        saved + " city1-web complaint I1" + refused,
                                        saved + " city1-web V6" + refused));
        assertThat(ratings()).doesNotExist();
    }

    @Test
    public void anotherPictureIsOtherEvidence() throws IOException {
        String before = batch("a").tasks().get(0).evidence();
        ItemKey first = batch("a").tasks().get(0).item();
        Path folder = RunDirectory.open(run).data("city1-web");
        for (String scenario : List.of("complaint", "temporary-id-card")) {
            Files.write(folder.resolve(scenario).resolve("01-opening-after.png"), new byte[] {1, 2});
        }

        assertThat(Reviews.of(run).forRaters(List.of("a", "b"), 1, 1).get(0).tasks())
                .filteredOn(task -> task.item().equals(first))
                .extracting(Batch.Task::evidence)
                .doesNotContain(before);
    }

    @Test
    public void refusesFilesOfAnotherRunOrPerson() {
        Path other = SavedPage.of(batch("a"), item -> 2)
                .with(page -> page.put("run", "2026-11-01T000000Z-x").put("person", "eve"))
                .save("x.json");

        assertProblems(
                () -> reviews.take(List.of(other), NOW),
                "x.json: was made of the run 2026-11-01T000000Z-x; this is " + ReviewSample.RUN + ".",
                "x.json: 'eve' was handed nothing as a rater in this run. Who was: a, b.");
    }

    @Test
    public void refusesAMarkThatIsStillToCome() {
        Path early = SavedPage.of(batch("a"), item -> 2)
                .with(I1, mark -> mark.put("at", "2027-01-01T00:00:00.000Z"))
                .save("a.json");

        assertProblems(
                () -> reviews.take(List.of(early), NOW),
                early + " city1-web complaint I1: says that it was marked at 2027-01-01T00:00:00.000Z, which is still"
                        + " to come. Set the clock of that machine, and mark it again.");
    }

    @Test
    public void wantsANoteForAnotherReason() {
        Path silent = SavedPage.of(batch("a"), item -> 2)
                .with(I1, mark -> mark.put("unjudged", "other").remove("value"))
                .save("a.json");

        assertProblems(
                () -> reviews.take(List.of(silent), NOW),
                silent
                        + " city1-web complaint I1: cannot be judged for another reason, and no note says which. Add the note.");
    }

    @Test
    public void refusesWhatNoPageSaved() throws IOException {
        Path folder = Files.createTempDirectory("saved");
        Path text = Files.writeString(folder.resolve("a.txt"), "3");
        Path json = Files.writeString(folder.resolve("a.json"), "{\"schemaVersion\":1,\"kind\":\"x\"}");

        assertProblems(
                () -> reviews.take(List.of(text, json), NOW),
                text
                        + ": is of no kind that can be imported. Accepted: the .json file that a review page saves, or its .xlsx workbook.",
                json + ": was not saved by a review page or workbook of this version. Accepted: the files made by"
                        + " 'wenda review pack', 'settle' and 'sample'.");
    }

    @Test
    public void whoeverRatedCannotSettle() {
        rate(item -> 2, item -> 1);

        assertProblems(
                () -> reviews.forSettler("a", 0, 1),
                "--by: 'a' has rated this run and cannot settle it. Name somebody else.");
    }

    @Test
    public void refusesTheWordOfWhoeverRatedAsAThirdPersons() throws IOException {
        Files.createDirectories(reviews.folder(Role.SETTLER, "a"));
        Path rated = SavedPage.of(batch("a"), item -> 2).save("a.json");
        Path settled = SavedPage.of(batch("a"), item -> 2)
                .with(page -> page.put("role", "settler"))
                .save("own.json");

        assertProblems(
                () -> reviews.take(List.of(rated, settled), NOW),
                "own.json: 'a' cannot be a rater and the third person of the same run. Have somebody else settle.");
    }

    @Test
    public void showsDisagreementsFirstAndTheRestPrefilled() {
        rate(item -> 2, item -> item.equals(D11) ? 0 : 2);

        Batch settlement = reviews.forSettler("c", 0, 1);

        assertThat(settlement.tasks().get(0).item()).isEqualTo(D11);
        assertThat(settlement.tasks().get(0).prefilled()).isNull();
        assertThat(settlement.tasks().get(0).given())
                .containsExactlyInAnyOrder(new Batch.Given(2, null, ""), new Batch.Given(0, null, ""));
        assertThat(settlement.tasks().subList(1, 7))
                .extracting(Batch.Task::prefilled)
                .containsOnly(2);
    }

    @Test
    public void prefillsWhatLiesWithinTheDistance() {
        rate(item -> 2, item -> item.equals(D11) ? 1 : 2);

        assertThat(reviews.forSettler("c", 1, 1).tasks())
                .filteredOn(task -> task.item().equals(D11))
                .extracting(Batch.Task::prefilled)
                .containsExactly(1);
    }

    @Test
    public void whatIsNotSettledDoesNotStand() {
        rate(item -> 2, item -> item.equals(D11) ? 0 : 2);

        assertThat(finalMarks()).hasSize(6).extracting(FinalMark::origin).containsOnly(FinalMark.Origin.AGREED);
        assertThat(Reviews.reviewed(RunDirectory.open(run)).open()).containsExactly(D11);
    }

    @Test
    public void whatAThirdPersonSaysStands() {
        rate(item -> 2, item -> item.equals(D11) ? 0 : 2);
        reviews.take(
                List.of(SavedPage.of(reviews.forSettler("c", 0, 1), item -> item.equals(D11) ? 1 : 2)
                        .save("c.json")),
                NOW);

        assertThat(finalMarks())
                .hasSize(7)
                .contains(new FinalMark(
                        "city1-web",
                        "temporary-id-card",
                        "D11",
                        1,
                        FinalMark.Origin.SETTLED,
                        List.of(new RaterMark("a", 2), new RaterMark("b", 0))))
                .filteredOn(mark -> mark.origin() == FinalMark.Origin.SETTLED)
                .hasSize(1);
    }

    @Test
    public void samplesMarksOfRulesTooAndEveryItem() {
        Batch sample = reviews.forChecker("d", 10, 3);

        assertThat(sample.tasks()).hasSize(10);
        assertThat(sample.tasks())
                .extracting(task -> task.item().indicator())
                .contains("D11", "D12", "D32", "I1", "S1", "V6");
        assertThat(sample).isEqualTo(reviews.forChecker("d", 10, 3)).isNotEqualTo(reviews.forChecker("d", 10, 4));
    }

    @Test
    public void comparesRulesWithWhatPeopleSaidBlind() {
        rate(item -> 3, item -> 3);

        RaterAgreement agreement = reviews.agreement(Map.of(), 50, 1);

        assertThat(agreement.rules())
                .extracting(rule -> rule.known() + " " + rule.compared() + " " + rule.same() + " " + rule.higher())
                .containsExactly(
                        "elements-covered 1 4 0.0 2.0", "self-consistent 1 2 0.0 2.0", "matter-hit 1 4 1.0 0.0");
    }

    @Test
    public void comparesASpotCheckWithTheMarksThatStand() throws IOException {
        rate(item -> 2, item -> 2);
        Files.createDirectories(reviews.folder(Role.CHECKER, "d"));
        Batch sample = reviews.forChecker("d", 100, 1);
        reviews.take(
                List.of(SavedPage.of(sample, item -> item.equals(D11) ? 3 : 2).save("d.json")), NOW);

        RaterAgreement.Versus check =
                Objects.requireNonNull(reviews.agreement(Map.of(), 50, 1).check());
        assertThat(check.compared()).isEqualTo(7);
        assertThat(check.same()).isEqualTo(6 / 7.0);
        assertThat(check.higher()).isEqualTo(1 / 7.0);
    }

    @Test
    public void groupsByEverythingThatTargetsHaveInCommon() {
        rate(
                item -> item.indicator().equals("D11") ? 3 : 1,
                item -> item.indicator().equals("D11") ? 3 : 1);

        RaterAgreement agreement = reviews.agreement(Map.of("city1-web", "city"), 50, 1);

        assertThat(agreement.groups())
                .extracting(group -> group.kind() + " " + group.id() + " " + group.paired())
                .containsExactly(
                        "ALL  7",
                        "CORE needs-met 4",
                        "CORE process-experience 3",
                        "SECONDARY information-access 4",
                        "SECONDARY information-quality 2",
                        "SECONDARY service-quality 1",
                        "INDICATOR D11 2",
                        "INDICATOR D12 2",
                        "INDICATOR I1 2",
                        "INDICATOR V6 1",
                        "PLATFORM web 7",
                        "LEVEL city 7");
        assertThat(agreement.groups().get(0).alpha()).isEqualTo(1);
    }

    @Test
    public void namesMarksWhoseEvidenceHasChangedSince() throws IOException {
        reviews.take(List.of(SavedPage.of(batch("a"), item -> 2).save("a.json")), NOW);
        Files.writeString(
                RunDirectory.open(run).transcriptFile("city1-web", "complaint"), " ", StandardOpenOption.APPEND);

        assertThat(Reviews.of(run).stale())
                .extracting(Problem::place)
                .containsExactly(
                        "city1-web V6", "city1-web complaint D11", "city1-web complaint D12", "city1-web complaint I1");
    }

    @Test
    public void writesLinesThatFitTheirSchema() throws IOException {
        SavedPage page = SavedPage.of(batch("a"), item -> 2).later(D11, "2026-11-24T09:00:00.000Z", 0);
        Path saved = page.save("a.json");
        reviews.take(List.of(saved), NOW);

        assertThat(errors("saved-marks", Files.readString(saved))).isEmpty();
        for (String line : Files.readAllLines(ratings())) {
            assertThat(errors("rating", line)).isEmpty();
        }
        assertThat(errors("rating", "{\"schemaVersion\":1,\"value\":4}")).isNotEmpty();
        assertThat(errors("saved-marks", "{\"schemaVersion\":1}")).isNotEmpty();
    }

    @Test
    public void countsNothingWhileALineCannotBeRead() throws IOException {
        reviews.take(List.of(SavedPage.of(batch("a"), item -> 2).save("a.json")), NOW);
        Files.writeString(ratings(), "{\"schemaVersion\":1}\n", StandardOpenOption.APPEND);

        assertProblems(
                () -> finalMarks(),
                ratings()
                        + ":8: is no rating that this version can read. Restore the line from a copy; nothing is counted until then.");
    }

    private void rate(ToIntFunction<ItemKey> one, ToIntFunction<ItemKey> other) {
        reviews.take(
                List.of(
                        SavedPage.of(batch("a"), one).save("a.json"),
                        SavedPage.of(batch("b"), other).save("b.json")),
                NOW);
    }

    private Batch batch(String rater) {
        return batchOf(1, rater);
    }

    private Batch batchOf(int targets, String rater) {
        return reviews.forRaters(List.of("a", "b"), 1, targets).stream()
                .filter(batch -> batch.person().equals(rater))
                .findFirst()
                .orElseThrow();
    }

    private static List<ItemKey> keys(Batch batch) {
        return batch.tasks().stream().map(Batch.Task::item).toList();
    }

    private static FinalMark single(ItemKey item, int value) {
        return new FinalMark(
                item.target(),
                item.scenario(),
                item.indicator(),
                value,
                FinalMark.Origin.SINGLE,
                List.of(new RaterMark("a", value)));
    }

    private Path ratings() {
        return run.resolve("review").resolve("ratings.jsonl");
    }

    private static void assertProblems(Runnable what, String... expected) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(lines(fault)).containsExactlyInAnyOrder(expected));
    }

    private static List<String> lines(InputException fault) {
        return fault.problems().stream().map(problem -> problem.in(Lang.EN)).toList();
    }

    private static List<?> errors(String name, String document) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReviewsTest.class.getResourceAsStream("schema/" + name + ".schema.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(document, InputFormat.JSON);
        }
    }
}
