package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.Lang;

/** Bags are made and spoilt, and read by others' programs too. */
public final class BagTest {
    private static final BagInfo INFO = new BagInfo(List.of())
            .with(BagInfo.IDENTIFIER, "run/demo-web")
            .with(BagInfo.AGENT, "Wenda 0.1.0")
            .with(BagInfo.SEALED_AT, "2026-11-23T02:00:00Z");

    private Path bag = Path.of("");

    @BeforeMethod
    void fill() throws IOException {
        bag = Files.createTempDirectory("bag");
        put("data/greeting/transcript.json", "{\"text\":\"您好\"}\n");
        put("data/greeting/01-opening-after.png", "not really a picture");
        put("data/run.json", "{}\n");
        put("data/empty.txt", "");
    }

    @AfterMethod
    void clean() throws IOException {
        Folders.delete(bag);
    }

    @Test
    public void aSealedBagIsValid() throws IOException {
        seal();

        BagReport report = BagCheck.check(bag);

        assertThat(report.faults()).isEmpty();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.isValid()).isTrue();
        assertThat(report.files()).isEqualTo(4);
        assertThat(report.octets()).isEqualTo(18 + 20 + 3);
        assertThat(report.identifier()).isEqualTo("run/demo-web");
        assertThat(report.signature()).isNull();
        assertThat(report.timeStamp()).isNull();
    }

    @Test
    public void holdsTheFilesOfTheStandard() throws IOException {
        seal();

        assertThat(Folders.filesOf(bag))
                .containsExactly(
                        "bag-info.txt",
                        "bagit.txt",
                        "data/empty.txt",
                        "data/greeting/01-opening-after.png",
                        "data/greeting/transcript.json",
                        "data/run.json",
                        "manifest-sha256.txt",
                        "manifest-sha512.txt",
                        "tagmanifest-sha256.txt",
                        "tagmanifest-sha512.txt");
        assertThat(bag.resolve("bagit.txt")).hasContent("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8");
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).contains("Payload-Oxum: 41.4\n");
    }

    @DataProvider
    Object[][] checkers() {
        return new Object[][] {
            {"sha256sum", "manifest-sha256.txt"},
            {"sha512sum", "manifest-sha512.txt"},
            {"sha256sum", "tagmanifest-sha256.txt"},
            {"sha512sum", "tagmanifest-sha512.txt"},
        };
    }

    @Test(dataProvider = "checkers")
    public void passesTheSystemsOwnChecker(String program, String manifest) throws Exception {
        seal();

        assertThat(Folders.run(bag, program, "--strict", "-c", manifest)).isZero();

        put("data/run.json", "{ }\n");
        put("bag-info.txt", "");

        assertThat(Folders.run(bag, program, "--strict", "-c", manifest)).isEqualTo(1);
    }

    @Test
    public void isValidToTheLibraryOfCongress() throws Exception {
        put("data/two\nlines.txt", "a name with a line break");
        seal();

        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), false);
        }
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    /** RFC 8493, section 2.1.3; the library above leaves the percent sign as it is. */
    @Test
    public void encodesWhatWouldBreakALine() throws IOException {
        put("data/50%0A off.txt", "a name that looks encoded");
        put("data/two\r\nlines.txt", "a name with a line break");
        seal();

        assertThat(bag.resolve("manifest-sha512.txt"))
                .content()
                .contains("  data/50%250A off.txt\n", "  data/two%0D%0Alines.txt\n");
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @Test
    public void findsTheLibrarysBagsValid() throws Exception {
        Path theirs = Files.createTempDirectory("theirs");
        Files.writeString(theirs.resolve("50% two\nlines.txt"), "content");
        BagCreator.bagInPlace(theirs, List.of(StandardSupportedAlgorithms.MD5), false);

        assertThat(BagCheck.check(theirs).faults()).isEmpty();
        Folders.delete(theirs);
    }

    @Test
    public void namesWhateverFileHasAByteChanged() throws IOException {
        seal();
        List<String> files = Folders.filesOf(bag).stream()
                .filter(file -> !file.endsWith("empty.txt"))
                .toList();
        Random random = new Random(8493);
        for (int i = 0; i < 400; i++) {
            String file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(bag.resolve(file));
            spoil(file, whole, random.nextInt(whole.length), 1 + random.nextInt(255));
        }
    }

    /** No other file vouches for these, so no byte of them may be forgotten. */
    @Test
    public void namesAChangedByteAnywhereInTheTagManifests() throws IOException {
        seal();
        Random random = new Random(8493);
        for (String file : List.of("tagmanifest-sha256.txt", "tagmanifest-sha512.txt")) {
            byte[] whole = Files.readAllBytes(bag.resolve(file));
            for (int place = 0; place < whole.length; place++) {
                // Capital letters and other line ends are the changes that say the same.
                int flip = whole[place] == '\n' ? '\n' ^ '\r' : whole[place] >= 'a' ? 0x20 : 1 + random.nextInt(255);
                spoil(file, whole, place, flip);
            }
        }
    }

    private void spoil(String file, byte[] whole, int place, int flip) throws IOException {
        byte[] changed = whole.clone();
        changed[place] ^= (byte) flip;
        Files.write(bag.resolve(file), changed);

        BagReport report = BagCheck.check(bag);

        assertThat(report.faults())
                .as("%s with byte %d turned by %d", file, place, flip)
                .anyMatch(
                        fault -> fault.file().equals(file) || fault.manifests().contains(file));
        Files.write(bag.resolve(file), whole);
    }

    @Test
    public void namesAnyFileThatIsGone() throws IOException {
        seal();
        for (String file : Folders.filesOf(bag)) {
            byte[] whole = Files.readAllBytes(bag.resolve(file));
            Files.delete(bag.resolve(file));

            assertThat(BagCheck.check(bag).faults())
                    .anyMatch(fault -> fault.kind() == BagFault.Kind.MISSING
                            && fault.file().equals(file));
            Files.write(bag.resolve(file), whole);
        }
    }

    @DataProvider
    Object[][] intruders() {
        return new Object[][] {
            {"data/more.txt"}, {"data/greeting/deep/er.txt"}, {"more.txt"}, {"signature.sig"}, {"notes/more.txt"},
        };
    }

    @Test(dataProvider = "intruders")
    public void namesAnyFileThatIsAdded(String file) throws IOException {
        seal();
        put(file, "more");

        assertThat(BagCheck.check(bag).faults())
                .anyMatch(fault ->
                        fault.kind() == BagFault.Kind.NOT_LISTED && fault.file().equals(file));
    }

    @Test
    public void saysWhichManifestsAFileNoLongerFits() throws IOException {
        seal();
        put("data/run.json", "[]\n");

        assertThat(BagCheck.check(bag).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.in(Lang.EN))
                        .isEqualTo("data/run.json: was changed: it does not fit manifest-sha256.txt,"
                                + " manifest-sha512.txt"));
    }

    @Test
    public void reportsEverythingAtOnce() throws IOException {
        seal();
        put("data/run.json", "{}");
        put("data/more.txt", "more");
        Files.delete(bag.resolve("data/empty.txt"));

        BagReport report = BagCheck.check(bag);

        assertThat(report.faults())
                .extracting(BagFault::kind)
                .containsExactlyInAnyOrder(
                        BagFault.Kind.OXUM_DIFFERS,
                        BagFault.Kind.MISSING,
                        BagFault.Kind.NOT_LISTED,
                        BagFault.Kind.CHANGED);
        assertThat(report.isComplete()).isFalse();
    }

    @DataProvider
    Object[][] wayOut() {
        return new Object[][] {
            {"data/../../secret"},
            {"../secret"},
            {"/etc/passwd"},
            {"C:\\secret"},
            {"~/secret"},
            {"data\\..\\..\\secret"},
        };
    }

    @Test(dataProvider = "wayOut")
    public void refusesByNameWhatLeadsOut(String path) throws IOException {
        seal();
        Path manifest = bag.resolve("manifest-sha256.txt");
        Files.writeString(manifest, Files.readString(manifest) + "0".repeat(64) + "  " + path + "\n");

        assertThat(BagCheck.check(bag).faults())
                .anyMatch(fault ->
                        fault.kind() == BagFault.Kind.ESCAPES && fault.file().equals(path));
    }

    @Test
    public void refusesByNameALinkOutOfTheBag() throws IOException {
        seal();
        Path outside = Files.createTempFile("outside", ".json");
        Files.writeString(outside, "{}\n");
        Files.delete(bag.resolve("data/run.json"));
        Files.createSymbolicLink(bag.resolve("data/run.json"), outside);

        assertThat(BagCheck.check(bag).faults())
                .anyMatch(fault ->
                        fault.kind() == BagFault.Kind.ESCAPES && fault.file().equals("data/run.json"));
        Files.delete(outside);
    }

    @DataProvider
    Object[][] nonsense() {
        return new Object[][] {
            {"what is this\n"}, {"abc  data/run.json\n"}, {"\u0000\n"}, {"0".repeat(64) + "  data/./run.json\n"},
        };
    }

    @Test(dataProvider = "nonsense")
    public void namesAManifestThatIsNone(String line) throws IOException {
        seal();
        Path manifest = bag.resolve("manifest-sha256.txt");
        Files.writeString(manifest, Files.readString(manifest) + line);

        assertThat(BagCheck.check(bag).faults())
                .anyMatch(fault ->
                        fault.kind() == BagFault.Kind.MALFORMED && fault.file().equals("manifest-sha256.txt"));
    }

    @Test
    public void showsAHostileNameHarmless() throws IOException {
        seal();
        put("data/\u202egnp.\u001b[2Jexe", "more");

        assertThat(BagCheck.check(bag).faults())
                .extracting(BagFault::shownFile)
                .contains("data/\\u{202e}gnp.\\u{1b}[2Jexe");
    }

    @Test
    public void tellsABagThatIsHalfSealed() throws IOException {
        BagSealer crashing = new BagSealer(null, bytes -> {
            throw new IllegalStateException("the power is cut");
        });
        assertThatThrownBy(() -> crashing.seal(bag, INFO)).isInstanceOf(IllegalStateException.class);

        assertThat(BagCheck.isBag(bag)).isTrue();
        assertThat(BagCheck.check(bag).faults()).extracting(BagFault::kind).contains(BagFault.Kind.HALF_SEALED);

        seal();
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @Test
    public void tellsABagThatIsOpen() throws IOException {
        seal();
        BagSealer.open(bag);

        assertThat(BagCheck.check(bag).faults()).extracting(BagFault::kind).containsExactly(BagFault.Kind.HALF_SEALED);
    }

    @Test
    public void leavesASealThatIsStillRight() throws IOException {
        seal();
        byte[] before = Files.readAllBytes(bag.resolve("tagmanifest-sha256.txt"));

        BagSealer.Sealed again = new BagSealer(null, null).seal(bag, INFO.with("Bagging-Date", "2027-01-01"));

        assertThat(again.kept()).isTrue();
        assertThat(bag.resolve("tagmanifest-sha256.txt")).hasBinaryContent(before);
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @Test
    public void sealsAnewWhatHasChanged() throws IOException {
        seal();
        put("data/run.json", "{\"more\":1}\n");
        put("data/leftover.png.new", "a crash left this");

        BagSealer.Sealed again = seal();

        assertThat(again.kept()).isFalse();
        assertThat(bag.resolve("data/leftover.png.new")).doesNotExist();
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @Test
    public void letsNoValueBecomeALabel() {
        BagInfo info = new BagInfo(List.of()).with("Source-Organization", "Us\nSignature-File: x");

        assertThat(BagInfo.read(info.text()))
                .isEqualTo(new BagInfo(List.of()).with("Source-Organization", "Us Signature-File: x"));
    }

    @Test
    public void everyKindOfFaultHasItsWords() {
        for (BagFault.Kind kind : BagFault.Kind.values()) {
            for (List<String> manifests : List.of(List.<String>of(), List.of("manifest-sha256.txt"))) {
                BagFault fault = BagFault.of(kind, "data/x", manifests, "one", "two");
                assertThat(fault.in(Lang.EN)).startsWith("data/x: ");
                assertThat(fault.in(Lang.ZH)).startsWith("data/x: ");
            }
        }
    }

    @Test
    public void isNoBagWithoutASign() throws IOException {
        assertThat(BagCheck.isBag(bag)).isFalse();
        assertThat(BagCheck.isBag(bag.resolve("nowhere"))).isFalse();
    }

    private BagSealer.Sealed seal() throws IOException {
        return new BagSealer(null, null).seal(bag, INFO);
    }

    private void put(String file, String text) throws IOException {
        Path path = bag.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(UTF_8));
    }
}
