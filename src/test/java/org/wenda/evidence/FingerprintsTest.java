package org.wenda.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.transcript.Evidence;
import org.wenda.transcript.Exchange;
import org.wenda.transcript.Outcome;

@SuppressWarnings("NullAway.Init")
public final class FingerprintsTest {
    private static final String TARGET = "demo-web";
    private static final String SCENARIO = "temporary-id-card";
    private static final Exchange EXCHANGE = RunSamples.exchange(1, Outcome.ANSWERED);

    private RunDirectory directory;
    private String conversation;
    private String target;

    @BeforeMethod
    void create() throws IOException {
        directory = RunDirectory.create(Files.createTempDirectory("reports"), RunSamples.RUN);
        directory.write(RunSamples.transcript(List.of(EXCHANGE)));
        conversation = Fingerprints.of(directory).of(TARGET, SCENARIO);
        target = Fingerprints.of(directory).of(TARGET, null);
    }

    @AfterMethod
    void close() {
        directory.close();
    }

    @Test
    public void anotherAnswerIsOtherEvidence() {
        directory.write(RunSamples.transcript(List.of(RunSamples.exchange(1, Outcome.FALLBACK))));

        assertChanged();
    }

    @Test
    public void anotherPictureIsOtherEvidence() {
        directory.keep(TARGET, SCENARIO, 1, "opening", Evidence.Kind.AFTER, new byte[] {1});

        assertChanged();
    }

    @Test
    public void aLinkThatLeadsElsewhereIsOtherEvidence() {
        directory.write(List.of(RunSamples.link(EXCHANGE, "办事指南", "https://example.gov.cn/guide")));

        assertChanged();
    }

    @Test
    public void pagesMadeOfItAreNone() {
        RunDirectory.replace(directory.transcriptPage(TARGET, SCENARIO), "a page");

        assertThat(Fingerprints.of(directory).of(TARGET, SCENARIO)).isEqualTo(conversation);
        assertThat(Fingerprints.of(directory).of(TARGET, null)).isEqualTo(target);
    }

    private void assertChanged() {
        assertThat(Fingerprints.of(directory).of(TARGET, SCENARIO)).isNotEqualTo(conversation);
        assertThat(Fingerprints.of(directory).of(TARGET, null)).isNotEqualTo(target);
    }
}
