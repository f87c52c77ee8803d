package org.wenda.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Nobody meets a sentence that exists in one language only, or not at all. */
public final class WordsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /** {@code Message.of(X.class, "key"}, or a usual private short cut: {@code words("key"}, {@code message("key"}. */
    private static final Pattern SAID = Pattern.compile(
            "(?:Message\\s*\\.of\\(\\s*\\w+\\.class\\s*,|\\b(?:words|message)\\()\\s*\"([\\w.:-]+)\"\\s*[,)]");

    @DataProvider
    Iterator<Object[]> bundles() throws IOException {
        return files(RESOURCES, "(words|help)\\.properties").stream()
                .map(file -> new Object[] {file})
                .iterator();
    }

    @Test(dataProvider = "bundles")
    public void everySentenceIsInBothLanguages(Path english) throws IOException {
        assertThat(read(chinese(english)).keySet())
                .as("keys of " + chinese(english))
                .isEqualTo(read(english).keySet());
    }

    @Test(dataProvider = "bundles")
    public void bothLanguagesFillInTheSame(Path english) throws IOException {
        assertThat(arguments(read(chinese(english))))
                .as("arguments in " + chinese(english))
                .isEqualTo(arguments(read(english)));
    }

    @Test(dataProvider = "bundles")
    public void everyKeyStandsOnce(Path english) throws IOException {
        for (Path file : List.of(english, chinese(english))) {
            assertThat(Files.readAllLines(file).stream()
                            .filter(line -> line.matches("[\\w.:-]+\\s*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .toList())
                    .as("keys of " + file)
                    .doesNotHaveDuplicates();
        }
    }

    /** A single apostrophe makes {@link MessageFormat} show the rest of a sentence with its braces. */
    @Test(dataProvider = "bundles")
    public void everySentenceIsAPattern(Path english) throws IOException {
        if (english.endsWith("help.properties")) {
            return;
        }
        for (Path file : List.of(english, chinese(english))) {
            read(file)
                    .forEach((key, pattern) -> assertThat(shown(pattern))
                            .as(key + " in " + file)
                            .doesNotContainPattern("\\{\\d")
                            .isNotBlank());
        }
    }

    @Test
    public void everythingThatIsSaidHasItsWords() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : files(SOURCES, ".*\\.java")) {
            Path words = RESOURCES.resolve(SOURCES.relativize(source)).resolveSibling("words.properties");
            List<String> keys = keysSaid(Files.readString(source));
            if (!keys.isEmpty()) {
                Map<String, String> known = Files.exists(words) ? read(words) : Map.of();
                keys.stream()
                        .filter(key -> !known.containsKey(key))
                        .forEach(key -> missing.add(source.getFileName() + ": " + key));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> keysSaid(String source) {
        return SAID.matcher(source).results().map(said -> said.group(1)).toList();
    }

    private static Map<String, Set<String>> arguments(Map<String, String> words) {
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey(),
                        entry -> arguments(entry.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Set<String> arguments(String pattern) {
        Function<MatchResult, String> number = match -> match.group(1);
        return ARGUMENT.matcher(pattern).results().map(number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(String pattern) {
        Object[] args = new Object[10];
        Arrays.fill(args, "x");
        return new MessageFormat(pattern, Lang.EN.locale()).format(args);
    }

    private static Path chinese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_zh.properties"));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }
}
