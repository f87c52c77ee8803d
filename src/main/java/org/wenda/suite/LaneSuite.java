package org.wenda.suite;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.wenda.run.Lane;
import org.wenda.words.Lang;

/** The tests of one host, in a run that the command line began. Public only for TestNG, which finds its lane for it. */
public final class LaneSuite extends Conversations {
    static final String LANES = "lanes";
    static final String LANG = "lang";
    static final String NUMBER = "lane";

    private @Nullable Lane lane;
    private Lang lang = Lang.EN;

    @BeforeClass
    public void findLane(ITestContext context) {
        List<?> lanes = (List<?>) Objects.requireNonNull(context.getSuite().getAttribute(LANES));
        int number = Integer.parseInt(context.getCurrentXmlTest().getParameter(NUMBER));
        lane = (Lane) lanes.get(number);
        lang = (Lang) Objects.requireNonNull(context.getSuite().getAttribute(LANG));
    }

    @Override
    List<Lane> lanes() {
        return List.of(Objects.requireNonNull(lane));
    }

    @Override
    Lang lang() {
        return lang;
    }

    @AfterClass(alwaysRun = true)
    public void closeBrowser() {
        if (lane != null) {
            lane.close();
        }
    }
}
