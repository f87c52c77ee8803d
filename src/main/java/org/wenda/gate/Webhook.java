package org.wenda.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.wenda.words.InputException;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/**
 * Tells a service that a run is over. Where to and with which key is read from the environment, and shows up in nothing
 * that is printed or kept. What cannot be delivered is said, and costs the run nothing.
 */
public final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");
    private static final int ATTEMPTS = 3;
    private static final int MOST_ANSWERED = 10_000;

    private final Format format;
    private final HttpUrl address;
    private final @Nullable String secret;
    private final Pause pause;

    private Webhook(Format format, HttpUrl address, @Nullable String secret, Pause pause) {
        this.format = format;
        this.address = address;
        this.secret = secret;
        this.pause = pause;
    }

    /** Which service is told; {@code PLAIN} is any that takes the summary as JSON. */
    public enum Format {
        PLAIN,
        DINGTALK,
        WECOM,
        FEISHU;

        /** Returns the name on the command line. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the variable that holds the address, such as {@code WENDA_FEISHU_URL}. */
        public String addressVariable() {
            return "WENDA_" + (this == PLAIN ? "WEBHOOK" : name()) + "_URL";
        }

        /** Returns the variable that holds the key for signing. */
        public String secretVariable() {
            return "WENDA_" + (this == PLAIN ? "WEBHOOK" : name()) + "_SECRET";
        }
    }

    /** Waits between attempts. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    /**
     * Returns the webhook that the environment describes.
     *
     * @throws InputException if its address is not there, or is none
     */
    public static Webhook of(Format format, Map<String, String> environment) {
        return of(format, environment, time -> Thread.sleep(time.toMillis()));
    }

    static Webhook of(Format format, Map<String, String> environment, Pause pause) {
        String variable = format.addressVariable();
        String typed = environment.getOrDefault(variable, "").strip();
        if (typed.isEmpty()) {
            throw new InputException("--notify", Message.of(Webhook.class, "webhook.no-address", variable));
        }
        HttpUrl address = HttpUrl.parse(typed);
        if (address == null || !(address.isHttps() || isHere(address))) {
            throw new InputException("--notify", Message.of(Webhook.class, "webhook.address", variable));
        }
        String secret = environment.getOrDefault(format.secretVariable(), "").strip();
        return new Webhook(format, address, secret.isEmpty() ? null : secret, pause);
    }

    private static boolean isHere(HttpUrl address) {
        return List.of("localhost", "127.0.0.1", "::1").contains(address.host());
    }

    /**
     * Sends what a run came to, at most three times.
     *
     * @param findings what the gate found; null if none was asked for
     * @return why it was not delivered; empty if it was
     */
    public Optional<Message> tell(RunSummary summary, @Nullable List<Gate.Finding> findings, Lang lang, Clock clock)
            throws InterruptedException {
        OkHttpClient client = client();
        String why = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (Response response =
                    client.newCall(request(summary, findings, lang, clock)).execute()) {
                if (response.isSuccessful()) {
                    return refusal(response);
                }
                why = "HTTP " + response.code();
                if (response.code() != 429 && response.code() < 500) {
                    return Optional.of(Message.of(Webhook.class, "webhook.refused", format.wire(), why));
                }
            } catch (IOException e) {
                // Its message may tell where it was sent to, and the address may hold a key.
                why = e.getClass().getSimpleName();
            }
            if (attempt < ATTEMPTS) {
                pause.rest(Duration.ofSeconds(attempt));
            }
        }
        return Optional.of(Message.of(Webhook.class, "webhook.failed", format.wire(), ATTEMPTS, why));
    }

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(Duration.ofSeconds(10))
                .build();
    }

    private Request request(RunSummary summary, @Nullable List<Gate.Finding> findings, Lang lang, Clock clock) {
        Telling telling = new Telling(summary, findings, lang);
        Telling.Letter letter = switch (format) {
            case PLAIN -> telling.plain(secret);
            case DINGTALK -> telling.dingTalk(secret, clock.millis());
            case WECOM -> telling.weCom();
            case FEISHU -> telling.feishu(secret, clock.millis() / 1_000);
        };
        HttpUrl.Builder to = address.newBuilder();
        letter.query().forEach(to::addQueryParameter);
        Request.Builder request = new Request.Builder().url(to.build());
        letter.headers().forEach(request::header);
        return request.post(RequestBody.create(letter.body().getBytes(UTF_8), TYPE))
                .build();
    }

    /** The chat services answer 200 and say in the body whether they took it. */
    private Optional<Message> refusal(Response response) throws IOException {
        if (format == Format.PLAIN) {
            return Optional.empty();
        }
        String text = response.peekBody(MOST_ANSWERED).string();
        int code = code(text);
        return code == 0
                ? Optional.empty()
                : Optional.of(Message.of(Webhook.class, "webhook.refused", format.wire(), "code " + code));
    }

    private static int code(String text) {
        try {
            JsonNode answer = JSON.readTree(text);
            for (String name : List.of("errcode", "code", "StatusCode")) {
                if (answer.path(name).isNumber()) {
                    return answer.path(name).intValue();
                }
            }
            return -1;
        } catch (JsonProcessingException e) {
            return -1;
        }
    }
}
