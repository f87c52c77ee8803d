package org.wenda.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wenda.evidence.RunRecord;
import org.wenda.evidence.StoredLink;
import org.wenda.run.Errand;
import org.wenda.run.RunListener;
import org.wenda.transcript.Choice;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Landing;
import org.wenda.transcript.Timing;
import org.wenda.words.Message;

/** One line for each turn. On a terminal there is a line besides that says what is going on now. */
final class Progress implements RunListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final String CLEAR = "\r\u001b[K";

    private final Wenda wenda;
    private final boolean terminal;
    private int done;
    private int planned;
    private int followed;
    private int toFollow;

    Progress(Wenda wenda, boolean terminal) {
        this.wenda = wenda;
        this.terminal = terminal;
    }

    @Override
    public synchronized void planned(int errands, int turns) {
        planned = turns;
        line(words("progress.planned", errands, turns));
    }

    @Override
    public synchronized void visiting(Errand errand) {
        if (terminal) {
            wenda.err().print(CLEAR + words("progress.visiting", errand.name()).in(wenda.lang()));
            wenda.err().flush();
        }
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
    public synchronized void postponed(Errand errand, Instant until, Message why) {
        line(words("progress.postponed", errand.name(), TIME.format(until.atZone(ZoneId.systemDefault())), why));
    }

    private static String turn(Exchange exchange) {
        return exchange.trial().isOrdinary()
                ? exchange.turn()
                : exchange.turn() + " (" + exchange.trial().id() + ")";
    }

    private void line(Message message) {
        wenda.err().println((terminal ? CLEAR : "") + message.in(wenda.lang()));
    }

    private static String seconds(@org.jspecify.annotations.Nullable Timing timing) {
        Duration complete = timing == null ? null : timing.complete();
        return complete == null ? "" : String.format(Locale.ROOT, "%.1f s", complete.toMillis() / 1000.0);
    }

    private static Message words(String key, Object... args) {
        return Message.of(Progress.class, key, args);
    }
}
