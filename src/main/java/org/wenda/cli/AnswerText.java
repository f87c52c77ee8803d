package org.wenda.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wenda.channel.Heard;
import org.wenda.run.Inquiry;
import org.wenda.transcript.Link;
import org.wenda.transcript.Timing;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** An answer as a person reads it on a terminal. */
final class AnswerText {
    private AnswerText() {}

    static String of(Inquiry.Answer answer, Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add("> " + answer.question());
        Heard heard = answer.heard();
        if (heard != null) {
            lines.add(harmless(heard.reply().text()));
            heard.reply().options().forEach(option -> lines.add("  [" + harmless(option) + "]"));
            heard.reply().links().forEach(link -> lines.add("  " + harmless(link.text()) + address(link)));
        }
        lines.add(
                Message.of(AnswerText.class, "answer.outcome", answer.outcome().wire(), time(heard))
                        .in(lang));
        return String.join("\n", lines) + "\n";
    }

    /** An app's own view tells none. */
    private static String address(Link link) {
        return link.href().isEmpty() ? "" : " <" + harmless(link.href()) + ">";
    }

    /** What a page says must not move the cursor or colour the terminal. */
    static String harmless(String said) {
        return said.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    private static String time(@org.jspecify.annotations.Nullable Heard heard) {
        Timing timing = heard == null ? null : heard.timing();
        Duration complete = timing == null ? null : timing.complete();
        return complete == null ? "" : String.format(Locale.ROOT, "%.1f s", complete.toMillis() / 1000.0);
    }
}
