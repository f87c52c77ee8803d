package org.wenda.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenda.evidence.RunRecord;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Jurisdictions;
import org.wenda.review.RaterAgreement;
import org.wenda.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how far raters agree, with each other and with the rules. Changes nothing. */
@Command(name = "agree")
final class ReviewAgreeCommand implements Callable<Integer> {
    private static final int MOST_ROUNDS = 100_000;

    private final Wenda wenda;

    @Parameters(paramLabel = "RUN", descriptionKey = "review.run")
    private Path run = Path.of("");

    @Option(names = "--format", paramLabel = "text,json", descriptionKey = "review.format")
    private Format format = Format.text;

    @Option(names = "--rounds", paramLabel = "COUNT", descriptionKey = "review.rounds")
    private int rounds = 1_000;

    @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "review.agree.seed")
    private long seed = 1;

    @Option(names = "--gate", paramLabel = "ALPHA", descriptionKey = "review.gate")
    private @Nullable Double gate;

    @Option(names = "--evidence", descriptionKey = "review.evidence")
    private boolean evidence;

    /** How the figures are printed; the names are those of the command line. */
    enum Format {
        text,
        json
    }

    ReviewAgreeCommand(Wenda wenda) {
        this.wenda = wenda;
    }

    @Override
    public Integer call() {
        ReviewCommand.require("--rounds", rounds, 1, MOST_ROUNDS);
        Path folder = RunFolders.find(run, wenda.home().reports());
        Reviews reviews = Reviews.of(folder);
        RaterAgreement agreement = reviews.agreement(levels(reviews.record().plan()), rounds, seed);
        switch (format) {
            case text ->
                new AgreementTable(agreement, reviews.index(), wenda.lang())
                        .lines()
                        .forEach(wenda.out()::println);
            case json -> wenda.out().println(AgreementDocument.of(agreement));
        }
        wenda.out().flush();
        if (evidence) {
            wenda.complain(reviews.stale());
        }
        return (isPassed(agreement) ? ExitCode.DONE : ExitCode.GATE_FAILED).number();
    }

    /** Agreement that cannot be told is none that was shown. */
    private boolean isPassed(RaterAgreement agreement) {
        Double least = gate;
        Double alpha =
                agreement.groups().isEmpty() ? null : agreement.groups().get(0).alpha();
        return least == null || (alpha != null && alpha >= least);
    }

    /** A target is its jurisdiction on a platform; one that was typed as an address has no level. */
    private Map<String, String> levels(RunRecord.Plan plan) {
        Map<String, String> levels = new TreeMap<>();
        List<Jurisdiction> all = Jurisdictions.in(wenda.home().folder()).all();
        for (RunRecord.PlannedTarget target : plan.targets()) {
            all.stream()
                    .filter(one -> target.id().equals(one.id() + "-" + target.platform()))
                    .forEach(one -> levels.put(target.id(), one.level().name().toLowerCase(Locale.ROOT)));
        }
        return levels;
    }
}
