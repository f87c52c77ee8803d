package org.wenda.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenda.words.Message;
import org.wenda.words.Problem;

/**
 * Decides what of the files that came back becomes ratings. Pure: reads nothing and writes nothing. One thing that does
 * not fit, and nothing is taken.
 */
final class Importing {
    /** Clocks of other machines may be wrong, but not by more. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private static final int ID = 16;

    private final Terms terms;
    private final Instant now;
    private final Map<Whose, Rating> latest = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<Role>> roles = new HashMap<>();
    private final List<Rating> fresh = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int unchanged;

    private Importing(Terms terms, List<Rating> before, Instant now) {
        this.terms = terms;
        this.now = now;
        before.forEach(this::remember);
    }

    /** What files have to fit. */
    interface Terms {
        String run();

        /** Returns the SHA-256 of the index of the run. */
        String index();

        /** Returns who was handed something to mark in that role. */
        Set<String> persons(Role role);

        /** Returns whether the item is one that is marked in that role. */
        boolean isItem(Role role, ItemKey item);

        /** Returns the SHA-256 of what the item rests on now. */
        String evidence(ItemKey item);
    }

    /**
     * What came of it.
     *
     * @param fresh ratings to be added; empty if there are problems
     * @param unchanged judgements that were there already
     */
    record Taken(List<Rating> fresh, int unchanged, List<Problem> problems) {
        Taken {
            fresh = List.copyOf(fresh);
            problems = List.copyOf(problems);
        }
    }

    private record Whose(Role role, String person, ItemKey item) {}

    static Taken of(List<Filled> files, List<Rating> before, Terms terms, Instant now) {
        Importing importing = new Importing(terms, before, now);
        files.forEach(importing::take);
        return new Taken(
                importing.problems.isEmpty() ? importing.fresh : List.of(), importing.unchanged, importing.problems);
    }

    private void take(Filled file) {
        if (isRefused(file)) {
            return;
        }
        roles.computeIfAbsent(file.person(), person -> new HashSet<>()).add(file.role());
        for (Filled.Item item : file.items()) {
            if (!terms.isItem(file.role(), item.item())) {
                complain(item.place(), "import.unknown-item");
            } else if (!terms.evidence(item.item()).equals(item.evidence())) {
                complain(item.place(), "import.other-evidence");
            } else {
                item.judgements().forEach(judgement -> take(file, item, judgement));
            }
        }
    }

    /** What a whole file says of itself; where that is wrong, its items are not looked at. */
    private boolean isRefused(Filled file) {
        int before = problems.size();
        if (!file.run().equals(terms.run())) {
            complain(file.file(), "import.other-run", file.run(), terms.run());
        }
        if (!file.index().equals(terms.index())) {
            complain(file.file(), "import.other-index");
        }
        Set<String> persons = terms.persons(file.role());
        if (!persons.contains(file.person())) {
            String all = persons.isEmpty() ? "–" : String.join(", ", new TreeSet<>(persons));
            complain(file.file(), "import.unknown-person", file.person(), role(file.role()), all);
        }
        Set<Role> others = roles.getOrDefault(file.person(), Set.of());
        boolean judge = (file.role() == Role.SETTLER && others.contains(Role.RATER))
                || (file.role() == Role.RATER && others.contains(Role.SETTLER));
        if (judge) {
            complain(file.file(), "import.own-judge", file.person());
        }
        return problems.size() > before;
    }

    private void take(Filled file, Filled.Item item, Judgement judgement) {
        if (judgement.at().isAfter(now.plus(CLOCKS))) {
            complain(item.place(), "import.future", Json.time(judgement.at()));
            return;
        }
        if (judgement.unjudged() == Unjudged.OTHER && judgement.note().isBlank()) {
            complain(item.place(), "import.no-note");
            return;
        }
        Rating before = latest.get(new Whose(file.role(), file.person(), item.item()));
        String id = id(file, item, judgement);
        // A workbook has no time of each mark, so saved once more it would say everything anew.
        if (known.contains(id) || (before != null && isSaidAgain(before, item, judgement))) {
            unchanged++;
            return;
        }
        Rating rating = new Rating(
                id,
                item.item(),
                file.role(),
                file.person(),
                judgement,
                item.evidence(),
                file.index(),
                file.batch(),
                file.seed(),
                file.file(),
                file.sha256(),
                now,
                before == null ? null : before.id());
        fresh.add(rating);
        remember(rating);
    }

    private static boolean isSaidAgain(Rating before, Filled.Item item, Judgement judgement) {
        return before.judgement().saysSame(judgement) && before.evidence().equals(item.evidence());
    }

    private void remember(Rating rating) {
        known.add(rating.id());
        roles.computeIfAbsent(rating.person(), person -> new HashSet<>()).add(rating.role());
        latest.merge(new Whose(rating.role(), rating.person(), rating.item()), rating, Importing::later);
    }

    /** Returns the one that counts: files may come back in any order, so the time decides and not the line. */
    static Rating later(Rating one, Rating other) {
        return other.judgement().at().isBefore(one.judgement().at()) ? one : other;
    }

    private static String id(Filled file, Filled.Item item, Judgement judgement) {
        String said = String.join(
                "\n",
                file.role().wire(),
                file.person(),
                item.item().target(),
                Objects.requireNonNullElse(item.item().scenario(), ""),
                item.item().indicator(),
                item.evidence(),
                Json.time(judgement.at()),
                String.valueOf(judgement.value()),
                Optional.ofNullable(judgement.unjudged()).map(Unjudged::wire).orElse(""),
                judgement.note());
        return FilledFile.sha256(said.getBytes(UTF_8)).substring(0, ID);
    }

    private static Message role(Role role) {
        return Message.of(Importing.class, "role." + role.wire());
    }

    private void complain(String place, String key, Object... args) {
        problems.add(new Problem(place, Message.of(Importing.class, key, args)));
    }
}
