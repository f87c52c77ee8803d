package org.wenda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The chatbot's side of the server: sessions, questions, and the page's reports about itself. */
final class ChatDesk {
    private static final String SILENCE_ENDS = "silence ends when the city closes";
    private static final String HANDOVER = "正在为您转接人工客服，请稍候…";
    private static final int SLOWER = 6000;

    /** A promised length that is not kept is how the browser learns that the connection broke. */
    private static final int MORE_THAN_COMES = 1 << 20;

    private final City city;
    private final DemoBehaviour behaviour;
    private final Pauses pauses;
    private final Understanding understanding;
    private final Map<String, City.Matter> lastMatter = new ConcurrentHashMap<>();
    private final Map<String, Answer> tickets = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Pressed> pressed = new CopyOnWriteArrayList<>();
    private final List<Truth> truths = new CopyOnWriteArrayList<>();

    ChatDesk(City city, DemoBehaviour behaviour, Pauses pauses) {
        this.city = city;
        this.behaviour = behaviour;
        this.pauses = pauses;
        this.understanding = new Understanding(city);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<Pressed> pressed() {
        return List.copyOf(pressed);
    }

    List<Truth> truths() {
        return List.copyOf(truths);
    }

    void pressed(String session, String what) {
        pressed.add(new Pressed(Instant.now(), session, what));
    }

    /** Opens a conversation: who is talking, the greeting, what is often asked. */
    void openSession(Visit visit) throws IOException {
        visit.json(
                200,
                Map.of(
                        "session", UUID.randomUUID().toString(),
                        "bot", city.bot(),
                        "greeting", city.greeting().strip(),
                        "hot", city.hot(),
                        "guesses", city.guesses()));
    }

    void ask(Visit visit) throws IOException {
        JsonNode body = visit.body();
        String session = body.path("session").asText();
        String question = body.path("question").asText();
        asked.add(new Asked(Instant.now(), session, question));
        Answer answer = answer(session, question);
        DemoBehaviour.@Nullable Fault fault = fault(answer);
        if (fault == null) {
            deliver(visit, answer);
        } else {
            fail(visit, answer, fault);
        }
    }

    private Answer answer(String session, String question) {
        Understood understood = understanding.of(question, lastMatter.get(session));
        if (understood instanceof Understood.About about) {
            lastMatter.put(session, about.matter());
        }
        Answer answer = Answer.to(understood, city).in(behaviour.words());
        Duration delay = behaviour
                .delays()
                .getOrDefault(answer.about(), behaviour.delays().get(DemoBehaviour.ANY));
        return delay == null ? answer : answer.with(answer.delivery().after(Math.toIntExact(delay.toMillis())));
    }

    private DemoBehaviour.@Nullable Fault fault(Answer answer) {
        return Optional.ofNullable(behaviour.faults().get(answer.about()))
                .orElse(behaviour.faults().get(DemoBehaviour.ANY));
    }

    private void fail(Visit visit, Answer answer, DemoBehaviour.Fault fault) throws IOException {
        switch (fault) {
            case SILENT -> pauses.untilClosed(SILENCE_ENDS);
            case SLOW ->
                deliver(
                        visit,
                        answer.with(answer.delivery().after(answer.delivery().after() + SLOWER)));
            case CUT -> new Speech(visit.stream(Visit.LINES, MORE_THAN_COMES), false, pauses).halfOf(answer);
            case ENDLESS -> speech(visit, Visit.LINES, answer).withoutEnd(answer);
            case ERROR -> visit.json(500, Map.of("error", "internal"));
            case HANDOVER -> deliver(visit, answer.saying(HANDOVER));
            case LOGIN -> visit.json(200, Map.of("kind", "login"));
        }
    }

    private void deliver(Visit visit, Answer answer) throws IOException {
        switch (answer.delivery().manner()) {
            case IMMEDIATE, DELAYED, BUBBLES -> {
                pauses.pause(answer.delivery().after());
                visit.json(200, messages(answer));
            }
            case STREAMED, REASONING -> speech(visit, Visit.LINES, answer).whole(answer);
            case EVENTS -> visit.json(200, Map.of("kind", "events", "ticket", ticket(answer)));
            case PLACEHOLDER ->
                visit.json(200, Map.of("kind", "pending", "say", answer.placeholder(), "ticket", ticket(answer)));
        }
    }

    private Speech speech(Visit visit, String type, Answer answer) throws IOException {
        boolean silentFirst = answer.delivery().manner() != City.Manner.REASONING;
        pauses.pause(silentFirst ? answer.delivery().after() : 0);
        return new Speech(visit.stream(type, Visit.OPEN_END), type.equals(Visit.EVENTS), pauses);
    }

    private String ticket(Answer answer) {
        String ticket = "t" + count.incrementAndGet();
        tickets.put(ticket, answer);
        return ticket;
    }

    /** What a placeholder is replaced by. */
    void result(Visit visit) throws IOException {
        Answer answer = tickets.remove(visit.query().getOrDefault("ticket", ""));
        if (answer == null) {
            visit.json(404, Map.of("error", "ticket"));
            return;
        }
        pauses.pause(answer.delivery().after());
        visit.json(200, messages(answer));
    }

    void events(Visit visit) throws IOException {
        Answer answer = tickets.remove(visit.query().getOrDefault("ticket", ""));
        if (answer == null) {
            // 204 tells an EventSource not to come back.
            visit.nothing();
            return;
        }
        speech(visit, Visit.EVENTS, answer).whole(answer);
    }

    private Map<String, Object> messages(Answer answer) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String bubble : answer.bubbles()) {
            long wait = messages.isEmpty()
                    ? 0
                    : Math.round(pauses.scaled(answer.delivery().gap()));
            boolean last = messages.size() == answer.bubbles().size() - 1;
            messages.add(Map.of("wait", wait, "text", bubble, "options", last ? answer.options() : List.of()));
        }
        return Map.of("kind", "messages", "messages", messages, "related", answer.related());
    }

    void action(Visit visit) throws IOException {
        JsonNode body = visit.body();
        pressed(body.path("session").asText(), body.path("action").asText());
        visit.nothing();
    }

    void telemetry(Visit visit) throws IOException {
        truths.add(truth(visit.body()));
        visit.nothing();
    }

    private static Truth truth(JsonNode said) {
        double first = said.path("firstTextMs").asDouble();
        double complete = said.path("completeMs").asDouble();
        return new Truth(
                said.path("session").asText(),
                said.path("question").asText(),
                instant(said.path("sentAt").asDouble()),
                first,
                complete,
                said.path("firstToldMs").asDouble(first),
                said.path("completeToldMs").asDouble(complete),
                said.path("thinkingMs").asDouble(-1),
                texts(said.path("bubbles")),
                said.path("thinking").asText(),
                texts(said.path("options")),
                texts(said.path("suggestions")));
    }

    private static Instant instant(double epochMillis) {
        return Instant.EPOCH.plusNanos(Math.round(epochMillis * 1000) * 1000);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
