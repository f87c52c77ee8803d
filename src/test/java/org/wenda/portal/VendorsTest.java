package org.wenda.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class VendorsTest {
    private static final String VENDOR = """
            schemaVersion: 1
            id: kf
            name: 客服云
            scripts: [kf.example]
            chats: [kf.example/chat]
            globals: [kfCloud]
            launchers: ['#kf-ball']
            inputs: ['#kf-words']
            sends: ['#kf-go']
            source: their manual
            """;

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios/vendors"));
    }

    @Test
    public void areReadFromTheirFiles() throws IOException {
        write("kf", VENDOR);

        assertThat(Vendors.in(home))
                .containsExactly(new Vendor(
                        "kf",
                        "客服云",
                        List.of("kf.example"),
                        List.of("kf.example/chat"),
                        List.of("kfCloud"),
                        List.of("#kf-ball"),
                        List.of("#kf-words"),
                        List.of("#kf-go"),
                        new Provenance("their manual", null)));
    }

    @Test
    public void areNoneWhereNoneAreWritten() throws IOException {
        assertThat(Vendors.in(Files.createTempDirectory("empty"))).isEmpty();
    }

    @Test
    public void thatAreShippedHaveNoProblemsAndSayThatNobodyHasCheckedThem() {
        assertThat(VendorLint.check(Path.of(""))).isEmpty();
        assertThat(Vendors.in(Path.of("")))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(vendor -> !vendor.provenance().isVerified());
    }

    @Test
    public void tellAllThatIsWrongAtOnce() throws IOException {
        write(
                "kf",
                VENDOR.replace("id: kf", "id: other")
                        .replace("[kf.example]", "['https://kf.example/']")
                        .replace("[kfCloud]", "[kf-cloud]"));
        write("signless", "schemaVersion: 1\nid: signless\nname: x\nsource: y\nsends: [a]\n");

        assertThat(VendorLint.check(home))
                .extracting(problem -> problem.in(Lang.EN).replace(home + "/scenarios/vendors/", ""))
                .containsExactly(
                        "kf.yaml:2:5: The id 'other' is not the name of the file. Write 'kf', or rename the file to"
                                + " other.yaml.",
                        "kf.yaml:4:11: 'https://kf.example/' is not accepted here. Expected: the name of a host"
                                + " without https:// and without a path, such as kf.example.com.",
                        "kf.yaml:6:11: 'kf-cloud' is not accepted here. Expected: the name of a variable of a script,"
                                + " such as chatWidget.",
                        "signless.yaml:2:5: Nothing here tells the vendor's chatbot. Add at least one of scripts,"
                                + " chats, globals, launchers.");
        assertThatThrownBy(() -> Vendors.in(home)).isInstanceOf(InputException.class);
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(home.resolve("scenarios/vendors/" + id + ".yaml"), text);
    }
}
