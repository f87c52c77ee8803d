package org.wenda.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.wenda.demo.DemoBehaviour;
import org.wenda.evidence.RunDirectory;
import org.wenda.evidence.StoredRun;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

/** Fills the disk while an answer is on its way, makes room again, and resumes. Needs root, for a small disk. */
@SuppressWarnings("NullAway.Init")
public final class DiskFullIT {
    private Country country;
    private Path reports;
    private boolean mounted;
    private int code;
    private long askedMeanwhile;
    private String said;
    private StoredRun full;
    private int resumedCode;
    private String resumedSaid;
    private StoredRun whole;

    @BeforeClass
    void aNightOnASmallDisk() throws Exception {
        if (!Boolean.getBoolean("wenda.full")) {
            throw new SkipException("takes half a minute: ./wenda test --full");
        }
        Path home = Files.createTempDirectory("disk");
        reports = Files.createDirectory(home.resolve("reports"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", reports.toString()) == 0;
        if (!mounted) {
            throw new SkipException("only root may mount a disk");
        }
        country = Country.open(List.of(portal("pa"), portal("pb")));
        country.furnish(home, List.of("links.clicks = 0"), true);
        Operator operator = new Operator(home, reports);
        Operator.Started night =
                operator.begin("--scenario", "temporary-id-card", "--variants", "none", "--parallel", "1");
        while (country.heard().count() < 2 && !night.endsWithin(20)) {
            // The servers' log is what is waited for.
        }
        Path ballast = reports.resolve("ballast");
        fill(ballast);
        code = night.end();
        said = night.said();
        askedMeanwhile = country.heard().count();
        full = RunDirectory.open(operator.runs().get(0)).read();
        Files.delete(ballast);
        Operator.Started again = operator.resume(operator.runs().get(0));
        resumedCode = again.end();
        resumedSaid = again.said();
        whole = RunDirectory.open(operator.runs().get(0)).read();
    }

    private static Portal portal(String id) {
        return new Portal(
                id,
                null,
                id + Country.DOMAIN,
                Portal.Door.CHAT_PAGE,
                DemoBehaviour.standard().withPace(1));
    }

    private static int run(String... line) throws IOException, InterruptedException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void fill(Path ballast) {
        byte[] much = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(much);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    @Test
    public void saysWhatTheDiskCost() {
        assertThat(said).contains("No space left");
    }

    @Test
    public void asksNobodyWhoseAnswersCannotBeKept() {
        assertThat(askedMeanwhile).as(said).isEqualTo(2);
        assertThat(code).as(said).isEqualTo(3);
    }

    @Test
    public void keepsWhatWasStoredBefore() {
        assertThat(answered(full)).isNotEmpty();
        assertThat(answered(whole)).containsAll(answered(full));
    }

    @Test
    public void asksTheRestOnceThereIsRoom() {
        assertThat(resumedCode).as(resumedSaid).isZero();
        assertThat(answered(whole)).as(resumedSaid).hasSize(6);
        assertThat(whole.problems()).isEmpty();
    }

    private static List<String> answered(StoredRun stored) {
        return stored.exchanges().stream()
                .filter(one -> one.outcome() == Outcome.ANSWERED)
                .map(DiskFullIT::place)
                .distinct()
                .toList();
    }

    private static String place(Exchange one) {
        return one.target() + " " + one.turn();
    }

    @AfterClass(alwaysRun = true)
    void close() throws Exception {
        if (country != null) {
            country.close();
        }
        if (mounted) {
            run("umount", "-l", reports.toString());
        }
    }
}
