package org.wenda.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.run.Errand;
import org.wenda.run.Outlook;
import org.wenda.run.RunListener;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/**
 * One line for each turn. On a terminal there is a table below them of what is going on now; elsewhere a line now and
 * then says how far the run is. Safe to share between threads.
 */
final class Progress implements RunListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final String CLEAR = "\r\u001b[K";

    /** What is longer would break into two lines on most terminals, and the table could not be taken back. */
    private static final int WIDTH = 78;

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Wenda wenda;
    private final boolean terminal;
    private final Clock clock;
    private final Map<Errand, Instant> current = new LinkedHashMap<>();
    private Map<String, Integer> hosts = Map.of();
    private Outlook outlook = new Outlook(Map.of(), 1);
    private int errands;
    private int drawn;
    private Instant told;
    private int done;
    private int planned;
    private int followed;
    private int toFollow;

    Progress(Wenda wenda, boolean terminal, Clock clock) {
        this.wenda = wenda;
        this.terminal = terminal;
        this.clock = clock;
        this.told = clock.instant();
    }

    @Override
    public synchronized void hosts(Map<String, Integer> ofHosts) {
        hosts = Map.copyOf(ofHosts);
    }

    @Override
    public synchronized void working(int workers) {
        outlook = new Outlook(hosts, workers);
    }

    @Override
    public synchronized void planned(int conversations, int turns) {
        planned = turns;
        errands = conversations;
        line(words("progress.planned", conversations, turns));
    }

    @Override
    public synchronized void visiting(Errand errand) {
        current.put(errand, clock.instant());
        redraw();
    }

    @Override
    public synchronized void over(Errand errand) {
        Instant began = current.remove(errand);
        if (began != null) {
            outlook.over(errand, Duration.between(began, clock.instant()));
        }
        redraw();
        if (!terminal
                && !Duration.between(told, clock.instant()).minus(BETWEEN_LINES).isNegative()) {
            told = clock.instant();
            line(howFar());
        }
    }

    private Message howFar() {
        int over = errands - outlook.left();
        return outlook.range()
                .map(range -> words("progress.far", over, errands, minutes(range.least()), minutes(range.most())))
                .orElseGet(() -> words("progress.far.unknown", over, errands));
    }

    /** Rounded up: whoever comes back then finds it done. */
    private static long minutes(Duration time) {
        return (time.toSeconds() + 59) / 60;
    }

    /** Goes back to the first line of the table and clears everything from there on. */
    private void erase() {
        if (drawn > 0) {
            wenda.err().print("\r\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    private void redraw() {
        if (!terminal) {
            return;
        }
        erase();
        if (!current.isEmpty()) {
            row(howFar().in(wenda.lang()));
            current.forEach((errand, began) -> row(words(
                            "progress.row",
                            errand.name(),
                            Duration.between(began, clock.instant()).toSeconds())
                    .in(wenda.lang())));
        }
        wenda.err().flush();
    }

    private void row(String text) {
        wenda.err().println(cropped(AnswerText.harmless(text)));
        drawn++;
    }

    /** Chinese takes two columns a character. */
    private static String cropped(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            columns += text.charAt(i) < 0x1100 ? 1 : 2;
            if (columns > WIDTH) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    @Override
    public synchronized void stored(Errand errand, Exchange exchange) {
        Choice choice = exchange.choice();
        if (choice == null) {
            done++;
        }
        line(words(
                "progress.turn",
                done,
                planned,
                errand.target().name(),
                exchange.scenario(),
                choice == null
                        ? turn(exchange)
                        : words("progress.step", turn(exchange), choice.step(), AnswerText.harmless(choice.option())),
                exchange.outcome().wire(),
                seconds(exchange.timing())));
        String reason = exchange.reason();
        if (reason != null && !exchange.heard()) {
            line(words(
                    "progress.reason",
                    AnswerText.harmless(reason.lines().findFirst().orElse(""))));
        }
    }

    @Override
    public synchronized void amended(Errand errand, Exchange before, Exchange after) {
        line(words("progress.late", after.turn(), after.reply().late()));
    }

    @Override
    public synchronized void clicked(Errand errand, Landing landing) {
        line(words(
                "progress.clicked",
                errand.name(),
                AnswerText.harmless(landing.text()),
                landing.where().wire()));
        String reason = landing.reason();
        if (reason != null) {
            line(words(
                    "progress.reason",
                    AnswerText.harmless(reason.lines().findFirst().orElse(""))));
        }
    }

    @Override
    public synchronized void missed(Errand errand, Message why) {
        line(words("progress.missed", errand.name(), why));
    }

    @Override
    public synchronized void following(int links) {
        followed = 0;
        toFollow = links;
        line(words("progress.following", links));
    }

    @Override
    public synchronized void followed(StoredLink link) {
        followed++;
        if (terminal) {
            String address = AnswerText.harmless(link.link().href());
            wenda.err()
                    .print(CLEAR
                            + words("progress.followed", followed, toFollow, address)
                                    .in(wenda.lang()));
            wenda.err().print(followed == toFollow ? CLEAR : "");
            wenda.err().flush();
        }
    }

    @Override
    public synchronized void moved(Errand errand, RunRecord.Moved moved, Message profile) {
        line(words("progress.moved", errand.target().name()));
        line(words("progress.moved.was", AnswerText.harmless(moved.was().line())));
        line(words("progress.moved.now", AnswerText.harmless(moved.now().line()), AnswerText.harmless(moved.how())));
        line(words("progress.reason", profile));
    }

    @Override
    public synchronized void roomless(long mebibytes, long needed, Path folder, Duration patience) {
        line(words("progress.roomless", mebibytes, folder, needed, patience.toSeconds()));
    }

    @Override
    public synchronized void roomAgain(Duration stood) {
        line(words("progress.room", stood.toSeconds()));
    }

    @Override
    public synchronized void postponed(Errand errand, Instant until, Message why) {
        line(words("progress.postponed", errand.name(), TIME.format(until.atZone(ZoneId.systemDefault())), why));
    }

    private static String turn(Exchange exchange) {
        return exchange.trial().isOrdinary()
                ? exchange.turn()
                : exchange.turn() + " (" + exchange.trial().id() + ")";
    }

    private void line(Message message) {
        erase();
        wenda.err().println((terminal ? CLEAR : "") + message.in(wenda.lang()));
        redraw();
    }

    private static String seconds(@org.jspecify.annotations.Nullable Timing timing) {
        Duration complete = timing == null ? null : timing.complete();
        return complete == null ? "" : String.format(Locale.ROOT, "%.1f s", complete.toMillis() / 1000.0);
    }

    private static Message words(String key, Object... args) {
        return Message.of(Progress.class, key, args);
    }
}
