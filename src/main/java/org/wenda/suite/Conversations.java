package org.wenda.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testng.ITest;
import org.testng.SkipException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.run.Errand;
import org.wenda.run.Lane;
import org.wenda.run.Verdict;
import org.wenda.words.Lang;

/**
 * One test per scenario and target. A test holds its conversation when it runs and not before; it fails where a turn
 * that matters got no answer, and is skipped where nothing is known about the chatbot.
 */
abstract class Conversations implements ITest {
    private @Nullable String name;

    /** Returns the errands to test, by hosts. */
    abstract List<Lane> lanes();

    abstract Lang lang();

    @DataProvider
    public Object[][] errands() {
        return lanes().stream()
                .flatMap(lane -> lane.errands().stream().map(errand -> new Object[] {lane, errand}))
                .toArray(Object[][]::new);
    }

    @BeforeMethod
    public void nameAfter(Object[] parameters) {
        name = ((Errand) parameters[1]).name();
    }

    @Override
    public String getTestName() {
        return name == null ? getClass().getSimpleName() : name;
    }

    @Test(dataProvider = "errands")
    public void conversation(Lane lane, Errand errand) {
        Verdict verdict = Verdict.of(lane.hold(errand), errand.scenario().kind(), lang());
        if (verdict instanceof Verdict.Skipped skipped) {
            throw new SkipException(errand.name() + ": " + skipped.reason());
        }
        if (verdict instanceof Verdict.Failed failed) {
            throw new AssertionError(errand.name() + ": " + failed.reason());
        }
    }
}
