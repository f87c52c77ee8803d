package org.wenda.config;

import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenda.config.SettingsText.Entry;
import org.wenda.words.Message;
import org.wenda.words.Nearest;
import org.wenda.words.Problem;

/** Makes settings of texts, and goes on after a problem so that all of them are found in one go. */
final class SettingsReader {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Settings settings;

    /** @param overrides are stronger than {@code file} */
    SettingsReader(SettingsText file, SettingsText overrides) {
        problems.addAll(file.problems());
        problems.addAll(overrides.problems());
        file.entries().forEach(this::takeOnce);
        overrides.entries().forEach(this::override);
        this.settings = new Settings(browser(), phone(), pacing(), limits(), links(), run(), evidence());
    }

    /** Returns what was written; where that is faulty, the default. */
    Settings settings() {
        return settings;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void takeOnce(Entry entry) {
        Entry earlier = entries.get(entry.key());
        if (earlier == null) {
            take(entry);
        } else {
            report(entry, "settings.twice", entry.key(), earlier.place());
        }
    }

    private void take(Entry entry) {
        if (Keys.names().contains(entry.key())) {
            entries.put(entry.key(), entry);
            return;
        }
        List<String> nearest = Nearest.of(entry.key(), Keys.names());
        if (nearest.isEmpty()) {
            report(entry, "settings.unknownKey", entry.key(), String.join(", ", Keys.names()));
        } else {
            report(entry, "settings.unknownKeyNear", entry.key(), String.join(", ", nearest));
        }
    }

    /** What the command line says by one of the grid's two names is stronger than the other one in the file. */
    private void override(Entry entry) {
        if (entry.key().equals(Keys.GRID.name())) {
            entries.remove(Keys.GRID_URL.name());
        } else if (entry.key().equals(Keys.GRID_URL.name())) {
            entries.remove(Keys.GRID.name());
        }
        take(entry);
    }

    private BrowserSettings browser() {
        return new BrowserSettings(
                value(Keys.NAME),
                value(Keys.BINARY).orElse(null),
                value(Keys.DRIVER).orElse(null),
                value(Keys.HEADLESS),
                value(Keys.WIDTH),
                value(Keys.HEIGHT),
                value(Keys.LANGUAGE),
                value(Keys.ARGUMENTS),
                grid().orElse(null),
                value(Keys.NETWORK_EVENTS));
    }

    private Optional<URI> grid() {
        Optional<URI> grid = value(Keys.GRID);
        Optional<URI> url = value(Keys.GRID_URL);
        if (grid.isPresent() && url.isPresent() && !grid.equals(url)) {
            report(
                    written(Keys.GRID_URL),
                    "settings.twoGrids",
                    Keys.GRID_URL.name(),
                    url.get().toString(),
                    Keys.GRID.name(),
                    grid.get().toString());
        }
        return grid.or(() -> url);
    }

    private PhoneSettings phone() {
        return new PhoneSettings(
                value(Keys.PHONE_SERVER).orElse(null),
                value(Keys.AUTOMATION),
                value(Keys.DEVICE).orElse(null),
                value(Keys.PHONE_VERSION).orElse(null),
                value(Keys.SESSIONS),
                value(Keys.EAR),
                value(Keys.ATTENDED),
                value(Keys.CAPABILITIES));
    }

    private PacingSettings pacing() {
        Optional<LocalTime> from = value(Keys.QUIET_FROM);
        Optional<LocalTime> until = value(Keys.QUIET_UNTIL);
        if (from.isPresent() != until.isPresent()) {
            Key<?> there = from.isPresent() ? Keys.QUIET_FROM : Keys.QUIET_UNTIL;
            Key<?> missing = from.isPresent() ? Keys.QUIET_UNTIL : Keys.QUIET_FROM;
            report(written(there), "settings.halfQuiet", there.name(), missing.name());
        }
        return new PacingSettings(
                value(Keys.BETWEEN_TURNS),
                value(Keys.JITTER),
                value(Keys.BETWEEN_VISITS),
                value(Keys.DAILY_TURNS),
                from.orElse(null),
                until.orElse(null));
    }

    private LimitSettings limits() {
        LimitSettings limits =
                new LimitSettings(value(Keys.REPLY), value(Keys.SILENCE), value(Keys.PAGE), value(Keys.DISCOVERY));
        if (limits.silence().compareTo(limits.reply()) > 0) {
            Key<?> said = entries.containsKey(Keys.SILENCE.name()) ? Keys.SILENCE : Keys.REPLY;
            report(
                    written(said),
                    "settings.silenceOverReply",
                    DurationText.of(limits.silence()),
                    DurationText.of(limits.reply()));
        }
        return limits;
    }

    private LinkSettings links() {
        long bytes = (long) value(Keys.SIZE) << 20;
        return new LinkSettings(value(Keys.CLICKS), value(Keys.REDIRECTS), bytes, value(Keys.LINK_TIME));
    }

    private RunSettings run() {
        RoomSettings room = new RoomSettings(value(Keys.ROOM), value(Keys.ROOM_WAIT));
        return new RunSettings(value(Keys.VARIANTS), value(Keys.TWICE), value(Keys.REPLAY), value(Keys.AXE), room);
    }

    private EvidenceSettings evidence() {
        return new EvidenceSettings(
                value(Keys.ORGANIZATION).orElse(null),
                value(Keys.KEY).orElse(null),
                value(Keys.TIMESTAMP_URL).orElse(null));
    }

    private <T> T value(Key<T> key) {
        Entry entry = written(key);
        return key.read(entry.value()).orElseGet(() -> {
            report(entry, "settings.notAccepted", entry.value(), key.name(), key.accepted());
            return key.standardValue();
        });
    }

    private Entry written(Key<?> key) {
        return entries.getOrDefault(key.name(), new Entry(key.name(), key.name(), key.standard()));
    }

    private void report(Entry entry, String message, Object... args) {
        problems.add(new Problem(entry.place(), Message.of(SettingsReader.class, message, args)));
    }
}
