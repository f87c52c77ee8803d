package org.wenda.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.Lang;
import org.wenda.words.Message;

/** The schemas, and that we have words for all they can complain about. */
public final class ShapeTest {
    private static final Set<String> WITHOUT_COMPLAINTS =
            Set.of("$schema", "$defs", "$ref", "title", "description", "properties", "items");
    private static final Set<String> COMPLAINTS =
            Set.of("additionalProperties", "required", "type", "enum", "pattern", "minItems");

    @DataProvider
    Object[][] schemas() {
        return new Object[][] {{"scenario"}, {"jurisdiction"}, {"profile"}, {"indicators"}};
    }

    @Test(dataProvider = "schemas")
    public void usesOnlyKeywordsThatHaveAWording(String name) throws IOException {
        Set<String> keywords = new TreeSet<>();
        keywords(schema(name), keywords);

        keywords.removeAll(WITHOUT_COMPLAINTS);
        assertThat(COMPLAINTS).containsAll(keywords);
    }

    @Test(dataProvider = "schemas")
    public void explainsEveryPatternInBothLanguages(String name) throws IOException {
        for (Map.Entry<String, JsonNode> definition : schema(name).get("$defs").properties()) {
            if (definition.getValue().has("pattern")) {
                Message form = Message.of(Shape.class, "form." + definition.getKey());
                assertThat(form.in(Lang.ZH)).isNotEqualTo(form.in(Lang.EN));
            }
        }
    }

    @Test(dataProvider = "schemas")
    public void refusesUnknownKeysInEveryGroup(String name) throws IOException {
        assertThat(schema(name).findParents("properties"))
                .allSatisfy(
                        group -> assertThat(group.path("additionalProperties").booleanValue())
                                .isFalse())
                .allSatisfy(
                        group -> assertThat(group.has("additionalProperties")).isTrue());
    }

    @DataProvider
    Object[][] bundles() {
        return new Object[][] {{"org.wenda.yaml.words"}, {"org.wenda.scenario.words"}, {"org.wenda.portal.words"}};
    }

    @Test(dataProvider = "bundles")
    public void saysEverythingInBothLanguages(String bundle) {
        assertThat(keys(bundle, Lang.ZH.locale())).isEqualTo(keys(bundle, Lang.EN.locale()));
    }

    @Test
    public void tellsOfAFileThatIsNotThere() {
        Reading reading = Shape.named("scenario").read(Path.of("no", "such.yaml"));

        assertThat(reading.root()).isEmpty();
        assertThat(reading.problems().get(0).in(Lang.EN)).isEqualTo("no/such.yaml:1:1: There is no such file.");
    }

    private static Set<String> keys(String bundle, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                bundle, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.keySet().stream()
                .filter(key -> locale.equals(Locale.ENGLISH) || isOwn(words, key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key without Chinese falls back to English, which has no Chinese characters. */
    private static boolean isOwn(ResourceBundle words, String key) {
        String said = words.getString(key);
        return key.startsWith("series.")
                || !said.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("scenarios", "schema", name + ".schema.json").toFile());
    }

    private static void keywords(JsonNode schema, Set<String> into) {
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            into.add(entry.getKey());
            if (entry.getKey().equals("properties") || entry.getKey().equals("$defs")) {
                entry.getValue().forEach(member -> keywords(member, into));
            }
            if (entry.getKey().equals("items")) {
                keywords(entry.getValue(), into);
            }
        }
    }
}
