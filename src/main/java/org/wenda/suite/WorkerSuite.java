package org.wenda.suite;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.wenda.run.Worker;
import org.wenda.words.Lang;

/** The tests of one worker, in a run that the command line began. Public only for TestNG, which finds it for it. */
public final class WorkerSuite extends Conversations {
    static final String WORKERS = "workers";
    static final String LANG = "lang";
    static final String NUMBER = "worker";

    private @Nullable Worker worker;
    private Lang lang = Lang.EN;

    @BeforeClass
    public void findWorker(ITestContext context) {
        List<?> workers = (List<?>) Objects.requireNonNull(context.getSuite().getAttribute(WORKERS));
        int number = Integer.parseInt(context.getCurrentXmlTest().getParameter(NUMBER));
        worker = (Worker) workers.get(number);
        lang = (Lang) Objects.requireNonNull(context.getSuite().getAttribute(LANG));
    }

    @Override
    Worker worker() {
        return Objects.requireNonNull(worker);
    }

    @Override
    Lang lang() {
        return lang;
    }

    @AfterClass(alwaysRun = true)
    public void closeBrowser() {
        if (worker != null) {
            worker.close();
        }
    }
}
