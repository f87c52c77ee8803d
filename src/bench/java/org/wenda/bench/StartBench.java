package org.wenda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Tempo;

/**
 * From typing {@code ./wenda run} to the first question leaving the page: where the page is not known, and along a
 * profile that {@code ./wenda discover} saved. The launcher, the JVM and the browser's start are in it.
 *
 * <p>Arguments, which may be left out: how often each is tried, and the pages of the gallery.
 */
public final class StartBench {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final List<GalleryPage> PAGES = List.of(
            GalleryPage.CHATUI_STREAMED_FETCH,
            GalleryPage.CLOSED_SHADOW,
            GalleryPage.LATE_FRAME,
            GalleryPage.CHAT_ELEMENTS,
            GalleryPage.DEEPCHAT_STREAM);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private StartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<GalleryPage> pages = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(GalleryPage::valueOf).toList()
                : PAGES;
        for (GalleryPage page : pages) {
            try (GallerySite site = GallerySite.start(Tempo.BRISK)) {
                String unknown = tries(times, site, () -> home(page, site.page(page)));
                Path home = home(page, site.page(page));
                type(home, "discover", site.page(page).toString(), "--save", "bench");
                OUT.printf(
                        "%-22s first question after: unknown page %s; with a profile %s%n",
                        page, unknown, tries(times, site, () -> home));
            }
        }
    }

    /** What is known of the page beforehand. */
    private interface Home {
        Path get() throws IOException;
    }

    private static String tries(int times, GallerySite site, Home homes) throws IOException, InterruptedException {
        List<String> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Path home = homes.get();
            int before = site.truths().size();
            Instant typed = Instant.now();
            type(home, "run", "bench", "--out", home.resolve("reports").toString());
            double sent = site.awaitTruths(before + 1, AT_MOST).get(before).sentEpochMs();
            seconds.add(String.format(Locale.ROOT, "%.1f", (sent - typed.toEpochMilli()) / 1000));
        }
        return String.join(" ", seconds) + " s";
    }

    private static void type(Path home, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./wenda"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        Path log = home.resolve("log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ": " + Files.readString(log));
        }
    }

    /** Makes a home whose one jurisdiction is the page and whose one scenario asks it twice, as nearly all ours do. */
    private static Path home(GalleryPage page, URI address) throws IOException {
        Path home = Files.createTempDirectory("bench");
        write(home.resolve("scenarios/jurisdictions/bench.yaml"), """
                schemaVersion: 1
                id: bench
                name: 演示
                nameEn: Bench
                level: 演示
                region: 演示
                web:
                  - kind: 政务服务网
                    url: %s
                    source: the gallery
                """.formatted(address));
        write(home.resolve("scenarios/standard/one.yaml"), """
                schemaVersion: 1
                id: one
                matter: 一问
                matterEn: One question
                kind: 问候
                turns:
                  - id: opening
                    say: %s
                  - id: more
                    say: %s
                """.formatted(page.questions(2).toArray()));
        return home;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
