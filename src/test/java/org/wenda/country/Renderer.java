package org.wenda.country;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What draws a page in a browser that a run started, reached past the run: it can be made to hang. */
final class Renderer {
    private static final String FOLDER = "--user-data-dir=";
    private static final Pattern PAGE =
            Pattern.compile("\"url\": \"(http[^\"]*)\",\\s*\"webSocketDebuggerUrl\": \"(ws[^\"]*)\"");

    private final ProcessHandle program;

    /** @param program that started the browser */
    Renderer(ProcessHandle program) {
        this.program = program;
    }

    /** Lets the page do nothing any more but count to infinity, as its own script may. */
    void loop(String address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        WebSocket page = client.newWebSocketBuilder()
                .buildAsync(URI.create(debugger(client, address)), new WebSocket.Listener() {})
                .get(10, TimeUnit.SECONDS);
        page.sendText("{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"for(;;);\"}}", true)
                .get(10, TimeUnit.SECONDS);
    }

    private String debugger(HttpClient client, String address) throws IOException, InterruptedException {
        String port = Files.readAllLines(folder().resolve("DevToolsActivePort")).get(0);
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String pages = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
        Matcher found = PAGE.matcher(pages);
        while (found.find()) {
            if (found.group(1).startsWith(address)) {
                return found.group(2);
            }
        }
        throw new IllegalStateException("no page at " + address + " among " + pages);
    }

    private Path folder() {
        return program.descendants()
                .flatMap(one -> Stream.of(one.info().arguments().orElse(new String[0])))
                .filter(word -> word.startsWith(FOLDER))
                .map(word -> Path.of(word.substring(FOLDER.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Chromium's own processes write all their arguments into one, which Java does not show. */
    private static String title(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Stops all that draws, as a machine that is out of memory may. */
    void stop() throws IOException, InterruptedException {
        List<String> drawing = program.descendants()
                .filter(one -> title(one).contains("--type=renderer"))
                .map(one -> String.valueOf(one.pid()))
                .toList();
        if (drawing.isEmpty()) {
            throw new IllegalStateException("nothing draws");
        }
        new ProcessBuilder(Stream.concat(Stream.of("kill", "-STOP"), drawing.stream())
                        .toList())
                .inheritIO()
                .start()
                .waitFor();
    }
}
