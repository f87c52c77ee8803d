package org.wenda.suite;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testng.ITest;
import org.testng.SkipException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.run.Errand;
import org.wenda.run.Verdict;
import org.wenda.run.Worker;
import org.wenda.words.Lang;

/**
 * One test per scenario and target. A test holds its conversation when it runs and not before; it fails where a turn
 * that matters got no answer, and is skipped where nothing is known about the chatbot.
 */
abstract class Conversations implements ITest {
    private @Nullable String name;

    /** Returns who holds the conversations. */
    abstract Worker worker();

    abstract Lang lang();

    /** Taken one by one: which comes next is only known when the one before is done. */
    @DataProvider
    public Iterator<Object[]> errands() {
        return new Taking(worker());
    }

    private static final class Taking implements Iterator<Object[]> {
        private final Worker worker;
        private @Nullable Errand taken;

        Taking(Worker worker) {
            this.worker = worker;
        }

        @Override
        public boolean hasNext() {
            if (taken == null) {
                taken = take();
            }
            return taken != null;
        }

        private @Nullable Errand take() {
            try {
                return worker.next();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }

        @Override
        public Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Object[] one = {Objects.requireNonNull(taken)};
            taken = null;
            return one;
        }
    }

    @BeforeMethod
    public void nameAfter(Object[] parameters) {
        name = ((Errand) parameters[0]).name();
    }

    @Override
    public String getTestName() {
        return name == null ? getClass().getSimpleName() : name;
    }

    @Test(dataProvider = "errands")
    public void conversation(Errand errand) {
        Verdict verdict = Verdict.of(worker().hold(errand), errand.scenario().kind(), lang());
        if (verdict instanceof Verdict.Skipped skipped) {
            throw new SkipException(errand.name() + ": " + skipped.reason());
        }
        if (verdict instanceof Verdict.Failed failed) {
            throw new AssertionError(errand.name() + ": " + failed.reason());
        }
    }
}
