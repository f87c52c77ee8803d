package org.wenda.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.evidence.RunDirectory;
import org.wenda.history.year.MadeNights;
import org.wenda.history.year.MadeNights.Answer;
import org.wenda.transcript.Outcome;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** Told to a server on this machine, which keeps what it is told. */
@SuppressWarnings("NullAway.Init")
public final class WebhookTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
    private static final String KEPT = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;
    private String answer = KEPT;
    private RunSummary summary;

    private record Received(URI uri, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeMethod
    void startServer() throws IOException {
        received.clear();
        statuses.clear();
        pauses.clear();
        answer = KEPT;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        RunDirectory run = new MadeNights(
                        Files.createTempDirectory("webhook"),
                        List.of("demo-web"),
                        List.of("id-card"),
                        List.of("opening"))
                .store(Instant.parse("2026-11-23T02:00:00Z"), (target, scenario, turn) -> Answer.of(Outcome.FALLBACK));
        summary = RunSummary.of(run, null);
    }

    @AfterMethod(alwaysRun = true)
    void stopServer() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(new Received(exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()), body));
        int status = statuses.isEmpty() ? 200 : statuses.remove(0);
        byte[] said = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    @Test
    public void plainIsTheSummary() throws InterruptedException {
        assertThat(tell(Webhook.Format.PLAIN, Map.of())).isEmpty();

        assertThat(received.get(0).json().path("run").asText()).isEqualTo("2026-11-23T020000Z-all");
        assertThat(received.get(0).headers().get("Content-type")).containsExactly("application/json; charset=utf-8");
        assertThat(received.get(0).headers()).doesNotContainKey("X-wenda-signature");
    }

    @Test
    public void plainIsSignedInAHeader() throws InterruptedException {
        tell(Webhook.Format.PLAIN, Map.of("WENDA_WEBHOOK_SECRET", "key"));

        assertThat(received.get(0).headers().get("X-wenda-signature"))
                .containsExactly("sha256="
                        + HexFormat.of()
                                .formatHex(Telling.hmac("key", received.get(0).body())));
    }

    /**
     * The expected value was computed with OpenSSL: {@code printf '1795402800000\nSECkey' | openssl dgst -sha256 -hmac
     * SECkey -binary | base64}.
     */
    @Test
    public void dingTalkIsSignedInTheAddress() throws InterruptedException {
        tell(Webhook.Format.DINGTALK, Map.of("WENDA_DINGTALK_SECRET", "SECkey"));

        assertThat(received.get(0).uri().getRawQuery())
                .isEqualTo(
                        "access_token=t&sign=T0OV5uaZaJX1nPd9jYUe%2Bc34IFp%2FE4OmtoYg%2FWSOTyg%3D&timestamp=1795402800000");
        assertThat(received.get(0).json().path("msgtype").asText()).isEqualTo("markdown");
    }

    /** As above: {@code printf '' | openssl dgst -sha256 -hmac "$(printf '1795402800\nkey')" -binary | base64}. */
    @Test
    public void feishuIsSignedInTheBody() throws InterruptedException {
        answer = "{\"code\":0,\"msg\":\"success\"}";
        assertThat(tell(Webhook.Format.FEISHU, Map.of("WENDA_FEISHU_SECRET", "key")))
                .isEmpty();

        JsonNode body = received.get(0).json();
        assertThat(body.path("timestamp").asText()).isEqualTo("1795402800");
        assertThat(body.path("sign").asText()).isEqualTo("ojQSC56o8xjyA5AACCghKnXPSxEYFN4Nnj1S0I/9IDs=");
        assertThat(body.at("/content/text").asText()).startsWith("Wenda: 2026-11-23T020000Z-all\n");
    }

    @Test
    public void weComSaysWhatFailed() throws InterruptedException {
        assertThat(tell(Webhook.Format.WECOM, Map.of())).isEmpty();

        assertThat(received.get(0).json().at("/markdown/content").asText()).isEqualTo("""
                        ### Wenda: 2026-11-23T020000Z-all

                        Gate failed: 1

                        Targets 1, questions 1, answered 0 (0 %)

                        - demo-web coverage: answered 0 of 1; asked for: 50 %.""");
    }

    @Test
    public void speaksChinese() throws InterruptedException {
        webhook(Webhook.Format.WECOM, Map.of()).tell(summary, null, Lang.ZH, CLOCK);

        assertThat(received.get(0).json().at("/markdown/content").asText()).contains("对象 1，问题 1，已回答 0（0 %）");
    }

    @Test
    public void triesAgainWhereItMayHelp() throws InterruptedException {
        statuses.addAll(List.of(503, 429));

        assertThat(tell(Webhook.Format.PLAIN, Map.of())).isEmpty();
        assertThat(received).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    public void givesUpAfterThreeAttempts() throws InterruptedException {
        statuses.addAll(List.of(500, 500, 500));

        assertThat(tell(Webhook.Format.PLAIN, Map.of()).orElseThrow())
                .hasToString(
                        "the plain webhook was not delivered after 3 attempts: HTTP 500. The run is not affected.");
        assertThat(received).hasSize(3);
    }

    @Test
    public void doesNotInsistWhereItIsRefused() throws InterruptedException {
        statuses.add(403);

        assertThat(tell(Webhook.Format.PLAIN, Map.of()).orElseThrow())
                .hasToString("the plain webhook was refused: HTTP 403. The run is not affected.");
        assertThat(received).hasSize(1);
    }

    @Test
    public void seesARefusalInTheBody() throws InterruptedException {
        answer = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";

        assertThat(tell(Webhook.Format.DINGTALK, Map.of()).orElseThrow())
                .hasToString("the dingtalk webhook was refused: code 310000. The run is not affected.");
    }

    @Test
    public void neverTellsWhereItSends() throws IOException, InterruptedException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Map<String, String> environment =
                Map.of("WENDA_WECOM_URL", "http://127.0.0.1:" + closed + "/send?key=secret-key");

        assertThat(Webhook.of(Webhook.Format.WECOM, environment, pauses::add)
                        .tell(summary, null, Lang.EN, CLOCK)
                        .orElseThrow())
                .hasToString(
                        "the wecom webhook was not delivered after 3 attempts: ConnectException. The run is not affected.");
    }

    @DataProvider
    Object[][] faulty() {
        return new Object[][] {
            {
                "",
                "--notify: WENDA_FEISHU_URL is not set: the address to send to. It may hold a key, so it is read from the environment only."
            },
            {
                "http://example.com/hook?key=secret-key",
                "--notify: WENDA_FEISHU_URL is no address of a web service. Accepted: https://…, and http:// on this machine."
            },
            {
                "secret-key",
                "--notify: WENDA_FEISHU_URL is no address of a web service. Accepted: https://…, and http:// on this machine."
            },
        };
    }

    @Test(dataProvider = "faulty")
    public void wantsAnAddressFromTheEnvironment(String address, String said) {
        assertThatThrownBy(() -> Webhook.of(Webhook.Format.FEISHU, Map.of("WENDA_FEISHU_URL", address)))
                .isInstanceOf(InputException.class)
                .hasMessage(said);
    }

    @Test
    public void staysWithinWhatServicesTake() {
        List<Gate.Finding> many = Collections.nCopies(
                40,
                new Gate.Finding(
                        Gate.Kind.COVERAGE,
                        "问".repeat(500),
                        false,
                        Message.of(Gate.class, "gate.coverage", 0, 1, "50")));
        String body = new Telling(summary, many, Lang.ZH).weCom().body();

        assertThat(body.getBytes(UTF_8).length).isLessThan(4_096);
    }

    private Optional<Message> tell(Webhook.Format format, Map<String, String> more) throws InterruptedException {
        List<Gate.Finding> findings =
                new Gate(List.of(new Gate.Rule(Gate.Kind.COVERAGE, List.of(), 0.5))).judge(summary);
        return webhook(format, more).tell(summary, findings, Lang.EN, CLOCK);
    }

    private Webhook webhook(Webhook.Format format, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put(
                format.addressVariable(),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/send?access_token=t");
        return Webhook.of(format, environment, pauses::add);
    }
}
