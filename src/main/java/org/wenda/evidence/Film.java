package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What {@code replay.js} drew of a chatbot's window:
 * {@code {"schemaVersion":1,"at":…,"width":…,"height":…,"styles":["display:flex;…"], "nodes":[[style,scrollTop,text or
 * node,…]],"frames":[[ms,node]],"spentMs":…}}. A node names only nodes before it, so there are no circles. It comes
 * from the page: nothing of it is kept but numbers, texts and looks that load nothing.
 */
final class Film {
    private static final int MOST_FRAMES = 2000;
    private static final int MOST_NODES = 60_000;
    /** How many boxes one frame may come to, since nodes are shared. */
    private static final int MOST_DRAWN = 40_000;

    private static final int LARGEST = 8000;
    private static final int LONGEST_LOOK = 200;
    private static final int DEEPEST = 8;
    private static final Set<String> LOOKS = Set.of(
            "display",
            "position",
            "float",
            "box-sizing",
            "width",
            "height",
            "min-width",
            "max-width",
            "top",
            "left",
            "margin-top",
            "margin-right",
            "margin-bottom",
            "margin-left",
            "padding-top",
            "padding-right",
            "padding-bottom",
            "padding-left",
            "border-top",
            "border-right",
            "border-bottom",
            "border-left",
            "border-radius",
            "background-color",
            "background-image",
            "color",
            "font-size",
            "font-weight",
            "font-style",
            "font-family",
            "line-height",
            "text-align",
            "text-decoration-line",
            "white-space",
            "overflow-x",
            "overflow-y",
            "flex-direction",
            "flex-wrap",
            "flex-grow",
            "flex-shrink",
            "flex-basis",
            "justify-content",
            "align-items",
            "align-self",
            "order",
            "row-gap",
            "column-gap",
            "list-style-type",
            "vertical-align",
            "opacity",
            "visibility",
            "box-shadow",
            "word-break",
            "overflow-wrap",
            "writing-mode",
            "border-collapse",
            "grid-template-columns",
            "z-index");

    private final ObjectNode clean;

    private Film(ObjectNode clean) {
        this.clean = clean;
    }

    /** @throws IllegalArgumentException if it is no film, or out of bounds */
    static Film of(String json) {
        try {
            return new Film(cleaned(mapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a replay: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build());
    }

    private static ObjectNode cleaned(JsonNode film) {
        ObjectNode clean = mapper().createObjectNode();
        clean.put("schemaVersion", Json.SCHEMA_VERSION);
        clean.put("at", film.path("at").asLong());
        clean.put("width", between(1, film.path("width").asInt(), LARGEST));
        clean.put("height", between(1, film.path("height").asInt(), LARGEST));
        ArrayNode styles = clean.putArray("styles");
        film.path("styles").forEach(style -> styles.add(looks(style.asText())));
        require(styles.size() <= MOST_NODES, "too many looks");
        addNodes(film.path("nodes"), styles.size(), clean.putArray("nodes"));
        addFrames(film.path("frames"), clean.path("nodes").size(), clean.putArray("frames"));
        clean.put("spentMs", Math.max(0, film.path("spentMs").asDouble()));
        return clean;
    }

    /** Keeps the declarations that are known and load nothing. */
    private static String looks(String style) {
        return Stream.of(style.split(";", -1)).filter(Film::isHarmless).collect(Collectors.joining(";"));
    }

    private static boolean isHarmless(String declaration) {
        int colon = declaration.indexOf(':');
        return colon > 0
                && LOOKS.contains(declaration.substring(0, colon))
                && declaration.length() <= LONGEST_LOOK
                && declaration.substring(colon + 1).matches("[^\\\\@{}<>:]*")
                && !declaration.matches(
                        "(?i).*(url|image(-set)?|cross-fade|paint|expression|var|env|attr|element)\\s*\\(.*");
    }

    private static void addNodes(JsonNode nodes, int styles, ArrayNode clean) {
        require(nodes.size() <= MOST_NODES, "too many boxes");
        int[] drawn = new int[nodes.size()];
        for (JsonNode node : nodes) {
            int own = clean.size();
            ArrayNode kept = clean.addArray();
            kept.add(between(0, node.path(0).asInt(-1), styles - 1));
            kept.add(Math.max(0, node.path(1).asInt()));
            drawn[own] = 1;
            for (int i = 2; i < node.size(); i++) {
                drawn[own] += part(node.get(i), own, drawn, kept);
                require(drawn[own] <= MOST_DRAWN, "a frame of too many boxes");
            }
        }
    }

    /** Returns how many boxes a part of a box comes to. */
    private static int part(JsonNode part, int own, int[] drawn, ArrayNode kept) {
        if (part.isTextual()) {
            kept.add(Masking.mask(part.textValue()));
            return 0;
        }
        int inner = between(0, part.asInt(-1), own - 1);
        kept.add(inner);
        return drawn[inner];
    }

    private static void addFrames(JsonNode frames, int nodes, ArrayNode clean) {
        require(frames.size() >= 1 && frames.size() <= MOST_FRAMES, "no frames, or too many");
        for (JsonNode frame : frames) {
            clean.addArray()
                    .add(Math.max(0, frame.path(0).asInt()))
                    .add(between(0, frame.path(1).asInt(-1), nodes - 1));
        }
    }

    private static int between(int least, int number, int most) {
        require(number >= least && number <= most, "a number out of bounds");
        return number;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("not a replay: " + otherwise);
        }
    }

    /** Returns the film as JSON in gzip. */
    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(mapper().writeValueAsString(clean).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return clean.toString();
    }
}
