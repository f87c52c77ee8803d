package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.testng.annotations.Test;
import org.wenda.run.Outlook.Range;

public final class OutlookTest {
    private static final Errand ERRAND = new Errand(Matters.target("city-web", 1), Matters.scenario("card"));

    @Test
    public void tellsNothingFromTooLittle() {
        Outlook outlook = outlook(20, 0, 2);
        over(outlook, 4, 10);

        assertThat(outlook.range()).isEmpty();
    }

    @Test
    public void sharesTheRestBetweenWorkers() {
        Outlook outlook = outlook(6, 20, 2);
        over(outlook, 5, 10);

        // 21 are left; 20 of them at one host, which takes them one by one.
        assertThat(outlook.range()).contains(new Range(Duration.ofSeconds(200), Duration.ofSeconds(200)));
        assertThat(outlook(25, 0, 2).left()).isEqualTo(25);
    }

    @Test
    public void tellsHowMuchConversationsDiffer() {
        Outlook outlook = outlook(9, 0, 1);
        over(outlook, 3, 10);
        over(outlook, 3, 30);

        assertThat(outlook.range()).contains(new Range(Duration.ofSeconds(30), Duration.ofSeconds(90)));
    }

    @Test
    public void learnsNothingFromConversationsThatWereNotHeld() {
        Outlook outlook = outlook(20, 0, 1);
        IntStream.range(0, 9).forEach(any -> outlook.over(ERRAND, Duration.ofMillis(3)));

        assertThat(outlook.left()).isEqualTo(11);
        assertThat(outlook.range()).isEmpty();
    }

    private static Outlook outlook(int here, int elsewhere, int workers) {
        return new Outlook(Map.of(ERRAND.host(), here, "www.example.gov.cn", elsewhere), workers);
    }

    private static void over(Outlook outlook, int times, int seconds) {
        IntStream.range(0, times).forEach(any -> outlook.over(ERRAND, Duration.ofSeconds(seconds)));
    }
}
