package org.wenda.demo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that the demonstration city knows, as it stands in {@code city.yaml}. */
record City(
        String name,
        String bot,
        String greeting,
        List<String> hot,
        List<String> guesses,
        List<String> filler,
        List<SmallTalk> smallTalk,
        List<Choice> choices,
        List<Topic> topics,
        Delivery topicDelivery,
        String topicUnclear,
        String fallback,
        Delivery fallbackDelivery,
        List<Matter> matters,
        List<Revision> revisions,
        Map<String, List<String>> services,
        List<News> news) {

    /** Reads the city with its content as of one version. */
    static City load(int version) {
        ObjectMapper yaml = yaml();
        try (InputStream in = Objects.requireNonNull(City.class.getResourceAsStream("city.yaml"))) {
            JsonNode tree = yaml.readTree(in);
            for (JsonNode revision : tree.path("revisions")) {
                if (revision.path("version").asInt() <= version) {
                    revise(tree, revision);
                }
            }
            return yaml.treeToValue(tree, City.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper yaml() {
        ObjectMapper yaml = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        JsonSetter.Value emptyForAbsent = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        yaml.configOverride(List.class).setSetterInfo(emptyForAbsent);
        yaml.configOverride(Map.class).setSetterInfo(emptyForAbsent);
        yaml.configOverride(String.class).setSetterInfo(emptyForAbsent);
        return yaml;
    }

    private static void revise(JsonNode tree, JsonNode revision) {
        for (JsonNode matter : tree.path("matters")) {
            if (matter.path("id").equals(revision.path("matter"))) {
                ((ObjectNode) matter.path("guide")).setAll((ObjectNode) revision.path("guide"));
            }
        }
    }

    Optional<Matter> matter(String id) {
        return matters.stream().filter(matter -> matter.id.equals(id)).findFirst();
    }

    /**
     * One matter that citizens ask about.
     *
     * @param id stands in addresses
     * @param words see the head of {@code city.yaml}
     * @param loginOnly whether its online page sends everybody to the log-in page
     */
    record Matter(
            String id,
            String title,
            String audience,
            String category,
            String office,
            boolean loginOnly,
            List<String> words,
            List<String> wordings,
            Delivery delivery,
            String placeholder,
            String thinking,
            List<Source> sources,
            Guide guide,
            List<String> answer,
            List<String> related,
            Map<String, String> sides) {
        /** Returns what is to be said about one side of this matter; empty if there is nothing. */
        String side(Topic topic) {
            return fill(sides.getOrDefault(topic.id, topic.answer)).strip();
        }

        /** Returns a text of the data with the matter's own facts filled in. */
        String fill(String text) {
            return text.replace("{{id}}", id)
                    .replace("{{title}}", title)
                    .replace("{{conditions}}", bullets(guide.conditions))
                    .replace("{{materials}}", bullets(guide.materials))
                    .replace("{{steps}}", numbered(guide.steps))
                    .replace("{{limit}}", guide.limit)
                    .replace("{{place}}", guide.place)
                    .replace("{{fee}}", guide.fee)
                    .replace("{{phone}}", guide.phone);
        }

        private static String bullets(List<String> items) {
            return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        }

        private static String numbered(List<String> items) {
            return IntStream.range(0, items.size())
                    .mapToObj(i -> (i + 1) + ". " + items.get(i))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** What the office says about a matter: the guide page, and the facts in the chatbot's answers. */
    record Guide(
            List<String> conditions,
            List<String> materials,
            List<String> steps,
            String limit,
            String place,
            String fee,
            String phone) {}

    /**
     * How an answer comes.
     *
     * @param after milliseconds until the first text, or until reasoning begins
     * @param gap milliseconds between bubbles, or on average between chunks of a stream
     * @param pause milliseconds of one long pause inside a stream
     * @param thinking milliseconds for which reasoning is written
     */
    record Delivery(Manner manner, int after, int gap, int pause, int thinking) {
        Delivery after(int newAfter) {
            return new Delivery(manner, newAfter, gap, pause, thinking);
        }
    }

    enum Manner {
        IMMEDIATE,
        DELAYED,
        /** A fetch whose body grows. */
        STREAMED,
        /** An EventSource. */
        EVENTS,
        /** Several bubbles, one after the other. */
        BUBBLES,
        /** A sentence that asks for patience and is then replaced. */
        PLACEHOLDER,
        /** As a language model: reasoning first, then the answer, streamed. */
        REASONING
    }

    record SmallTalk(String id, List<String> words, Delivery delivery, String answer) {}

    /**
     * A vague question and what it could mean.
     *
     * @param title the option of another choice that leads here; empty if none does
     */
    record Choice(
            String id,
            String title,
            List<String> words,
            int longest,
            Delivery delivery,
            String answer,
            List<String> options) {}

    /** One side of a matter: materials, time, fee. */
    record Topic(String id, List<String> words, String answer) {}

    record Source(String text, String href) {}

    record News(int id, String date, String kind, String title) {}

    record Revision(int version, String matter, Map<String, Object> guide) {}
}
