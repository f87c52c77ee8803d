package org.wenda.suite;

import java.util.List;
import java.util.Map;
import org.testng.ISuite;
import org.testng.ISuiteListener;
import org.testng.TestNG;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;
import org.wenda.run.Run;
import org.wenda.run.Worker;
import org.wenda.words.Lang;

/** Does the errands of a run as TestNG tests. Says and writes nothing: what happened is in the run's own files. */
public final class Suite {
    private Suite() {}

    /**
     * Returns when all errands are done or left.
     *
     * @param parallel how many hosts are asked at the same time at most
     */
    public static void play(Run run, int parallel, Lang lang) {
        List<Worker> workers = run.workers(parallel);
        if (workers.isEmpty()) {
            return;
        }
        XmlSuite suite = new XmlSuite();
        suite.setName("wenda");
        suite.setVerbose(0);
        suite.setParallel(XmlSuite.ParallelMode.TESTS);
        suite.setThreadCount(workers.size());
        for (int i = 0; i < workers.size(); i++) {
            XmlTest test = new XmlTest(suite);
            test.setName("worker " + (i + 1));
            test.setParameters(Map.of(WorkerSuite.NUMBER, String.valueOf(i)));
            test.setXmlClasses(List.of(new XmlClass(WorkerSuite.class)));
        }
        testng(suite, workers, lang).run();
    }

    private static TestNG testng(XmlSuite suite, List<Worker> workers, Lang lang) {
        TestNG testng = new TestNG(false);
        testng.setVerbose(0);
        testng.setXmlSuites(List.of(suite));
        testng.addListener(new ISuiteListener() {
            @Override
            public void onStart(ISuite started) {
                started.setAttribute(WorkerSuite.WORKERS, workers);
                started.setAttribute(WorkerSuite.LANG, lang);
            }
        });
        return testng;
    }
}
