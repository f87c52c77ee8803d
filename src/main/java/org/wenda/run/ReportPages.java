package org.wenda.run;

import java.util.List;
import java.util.stream.Collectors;
import org.wenda.evidence.RunDirectory;
import org.wenda.report.Reports;
import org.wenda.words.Lang;
import org.wenda.words.Problem;

/** The pages for people and the Allure report. */
public final class ReportPages implements Pages {
    private static final String ALLURE = "allure-report";

    @Override
    public Written write(RunDirectory directory, Lang lang) {
        Reports.Made made = Reports.write(directory, lang);
        // A report generator that is not there costs a page, not an answer: it is told, and is no disagreement.
        var parted = made.problems().stream()
                .collect(Collectors.partitioningBy(problem -> problem.place().equals(ALLURE)));
        return new Written(
                parted.getOrDefault(false, List.<Problem>of()), parted.getOrDefault(true, List.<Problem>of()));
    }
}
