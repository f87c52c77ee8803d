package org.wenda.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenda.channel.Candidate;
import org.wenda.channel.Channel;
import org.wenda.channel.Discovery;
import org.wenda.config.Settings;
import org.wenda.portal.Platform;
import org.wenda.portal.Profile;
import org.wenda.portal.Profiles;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.run.Channels;
import org.wenda.run.Inquiry;
import org.wenda.run.Postponed;
import org.wenda.run.Preparation;
import org.wenda.run.Stop;
import org.wenda.words.InputException;
import org.wenda.words.MachineException;
import org.wenda.words.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the chatbot on a page, proves it by a greeting, says why, and keeps how to find it again. */
@Command(name = "discover")
final class DiscoverCommand implements Callable<Integer> {
    private static final String GREETING = "你好";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    private final Wenda wenda;

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "discover.address")
    private String address = "";

    @Option(names = "--save", paramLabel = "ID", descriptionKey = "discover.save")
    private @Nullable String save;

    @Option(names = "--region", paramLabel = "NAME", descriptionKey = "discover.region")
    private @Nullable String region;

    DiscoverCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() throws Exception {
        Target target = Targets.ofAddress(address, Platform.WEB);
        if (save != null && !ID.matcher(save).matches()) {
            throw new InputException("--save " + save, words("discover.id"));
        }
        Settings settings = wenda.settings();
        Stop stop = new Stop();
        Channel channel = Channels.of(wenda.home(), settings).start(target);
        Inquiry inquiry = new Inquiry(channel, Preparation.pacer(wenda.home(), settings.pacing(), stop), stop);
        return Signals.during(inquiry::cut, () -> {
            try (channel) {
                return discover(channel, inquiry, target);
            } catch (Postponed later) {
                wenda.note(later.why());
                return ExitCode.DONE_IN_PART.number();
            }
        });
    }

    private int discover(Channel channel, Inquiry inquiry, Target target) throws InterruptedException, Postponed {
        URI page = Objects.requireNonNull(target.address());
        List<Inquiry.Answer> answers = new ArrayList<>();
        inquiry.ask(page, region, List.of(GREETING), answers::add);
        Inquiry.Answer answer = answers.get(0);
        Profile profile = answer.profile();
        Discovery discovery = answer.discovery();
        if (profile == null || discovery == null) {
            return nobody(channel, target, answer);
        }
        wenda.say(words(
                "discover.found", harmless(discovery.how()), answer.outcome().wire()));
        discovery.steps().forEach(step -> wenda.say(words("discover.step", harmless(step))));
        wenda.say(words("discover.winner", 1, harmless(discovery.why().get(0))));
        discovery.why().stream().skip(1).forEach(why -> wenda.say(words("discover.why", harmless(why))));
        tell(discovery.others(), 2);
        wenda.say(words("discover.picture", picture(channel, target)));
        if (save != null) {
            wenda.say(words("discover.saved", Profiles.in(wenda.home().folder()).save(named(profile, save))));
        }
        return AskCommand.code(List.of(answer.outcome()), 0).number();
    }

    private int nobody(Channel channel, Target target, Inquiry.Answer answer) {
        Message reason = answer.reason();
        wenda.say(words("discover.nobody", answer.outcome().wire(), reason == null ? "" : reason));
        if (!answer.candidates().isEmpty()) {
            tell(answer.candidates(), 1);
            wenda.say(words("discover.picture", picture(channel, target)));
        }
        return AskCommand.code(List.of(answer.outcome()), 0).number();
    }

    /** Prints what fell, best first, numbered as in the picture. */
    private void tell(List<Candidate> fallen, int from) {
        for (int i = 0; i < fallen.size(); i++) {
            Candidate candidate = fallen.get(i);
            wenda.say(
                    words("discover.candidate", from + i, harmless(candidate.title()), harmless(candidate.verdict())));
            candidate.reasons().forEach(reason -> wenda.say(words("discover.why", harmless(reason))));
        }
    }

    private String harmless(Message said) {
        return AnswerText.harmless(said.in(wenda.lang()));
    }

    private static Profile named(Profile profile, String id) {
        String target = id.endsWith("-" + Platform.WEB.id()) ? id : id + "-" + Platform.WEB.id();
        return profile.of(target);
    }

    private Path picture(Channel channel, Target target) {
        Path file = wenda.home().reports().resolve("discover").resolve(target.id() + ".png");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.write(file, channel.markedPicture());
        } catch (IOException e) {
            throw new MachineException(words("discover.unwritable", file, e.toString()), e);
        }
    }

    private static Message words(String key, Object... args) {
        return Message.of(DiscoverCommand.class, key, args);
    }
}
