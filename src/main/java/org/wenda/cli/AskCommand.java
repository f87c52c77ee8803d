package org.wenda.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Channel;
import org.wenda.channel.Heard;
import org.wenda.config.Settings;
import org.wenda.portal.Platform;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.run.Channels;
import org.wenda.run.Inquiry;
import org.wenda.run.Opened;
import org.wenda.run.Postponed;
import org.wenda.run.Preparation;
import org.wenda.run.Stop;
import org.wenda.transcript.Outcome;
import org.wenda.words.InputException;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The quick look: finds the chatbot on any page, asks, prints. */
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {
    private final Wenda wenda;

    @Parameters(index = "0", paramLabel = "ADDRESS", descriptionKey = "ask.address")
    private String address = "";

    @Parameters(index = "1..*", paramLabel = "QUESTION", arity = "0..*", descriptionKey = "ask.question")
    private List<String> questions = List.of();

    @Option(names = "--questions", paramLabel = "FILE", descriptionKey = "ask.questions")
    private @Nullable Path file;

    @Option(names = "--format", paramLabel = "text,jsonl", descriptionKey = "ask.format")
    private Format format = Format.text;

    @Option(names = "--platform", paramLabel = "web,mobile", descriptionKey = "ask.platform")
    private Platform platform = Platform.WEB;

    /** How answers are printed; the names are those of the command line. */
    enum Format {
        text,
        jsonl
    }

    @Option(names = "--region", paramLabel = "NAME", descriptionKey = "ask.region")
    private @Nullable String region;

    @Option(names = "--attended", descriptionKey = "run.attended")
    private boolean attended;

    AskCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        Target target = target();
        List<String> asked = questions();
        Settings settings = attended ? wenda.settings().attended() : wenda.settings();
        Channels.requirePhone(List.of(target), settings.phone());
        try (Opened opened = Opened.of(target)) {
            return ask(opened.target(), asked, settings);
        }
    }

    private Target target() {
        return platform == Platform.WEB ? Targets.ofAddress(address, platform) : Apps.named(address, wenda.home());
    }

    private int ask(Target target, List<String> asked, Settings settings) throws Exception {
        URI page = Objects.requireNonNull(target.address());
        Stop stop = new Stop();
        Channel channel = Channels.of(wenda.home(), settings).start(target);
        Inquiry inquiry = new Inquiry(channel, Preparation.pacer(wenda.home(), settings.pacing(), stop), stop);
        return Signals.during(inquiry::cut, () -> {
            try (channel) {
                return ask(inquiry, page, asked);
            } catch (Postponed later) {
                wenda.note(later.why());
                return ExitCode.DONE_IN_PART.number();
            }
        });
    }

    private int ask(Inquiry inquiry, URI page, List<String> asked) throws InterruptedException, Postponed {
        List<Outcome> outcomes = new ArrayList<>();
        int left = inquiry.ask(page, region, asked, new Inquiry.Hearer() {
            @Override
            public void answered(Inquiry.Answer answer) {
                outcomes.add(answer.outcome());
                print(answer);
            }

            @Override
            public void added(String question, Heard earlier) {
                wenda.note(words(
                        "ask.late",
                        question,
                        AnswerText.harmless(earlier.reply().text())));
            }
        });
        if (left > 0) {
            wenda.note(words("ask.left", left));
        }
        return code(outcomes, left).number();
    }

    /** Decides the exit code. Pure. */
    static ExitCode code(List<Outcome> outcomes, int left) {
        Outcome last = outcomes.get(outcomes.size() - 1);
        if (last == Outcome.BROKEN) {
            return ExitCode.MACHINE_BROKEN;
        }
        if (last.refused() || last == Outcome.NO_CHATBOT || last == Outcome.WIDGET_MOVED) {
            return ExitCode.TARGET_REFUSED;
        }
        return left > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
    }

    private void print(Inquiry.Answer answer) {
        switch (format) {
            case jsonl -> wenda.out().println(AnswerLine.of(answer, wenda.lang()));
            case text -> wenda.out().println(AnswerText.of(answer, wenda.lang()));
        }
        wenda.out().flush();
        if (answer.heard() == null) {
            Message reason = answer.reason();
            wenda.note(words("ask.nothing", answer.address(), answer.outcome().wire(), reason == null ? "" : reason));
        }
    }

    private List<String> questions() {
        List<String> all = new ArrayList<>(questions);
        if (file != null) {
            all.addAll(lines(file));
        }
        List<String> asked =
                all.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (asked.isEmpty()) {
            throw new InputException("QUESTION", words("ask.no-question"));
        }
        return asked;
    }

    private static List<String> lines(Path file) {
        try {
            // Some editors begin a file with a mark that nobody sees; it is no part of the first question.
            return Files.readString(file).replaceFirst("^\\uFEFF", "").lines().toList();
        } catch (IOException e) {
            throw new InputException(file.toString(), words("ask.unreadable", e.toString()));
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(AskCommand.class, key, args);
    }
}
