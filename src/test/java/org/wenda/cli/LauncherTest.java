package org.wenda.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Runs the real launcher script in a small project of its own, where Java, Maven and Node only write down what they
 * get.
 */
public final class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "basename",
            "cat",
            "cp",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "id",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch",
            "uname");

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path javaHome = Path.of("");

    @BeforeMethod
    void createProject() throws IOException {
        Path root = Files.createTempDirectory("launcher").toRealPath();
        project = Files.createDirectory(root.resolve("project"));
        tools = Files.createDirectory(root.resolve("tools"));
        javaHome = root.resolve("jdk");
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(javaHome.resolve("bin"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        script(project.resolve("wenda"), Files.readString(Path.of("wenda")));
        for (String tool : TOOLS) {
            linkTool(tool);
        }
        release("17.0.1");
        script(
                javaHome.resolve("bin/java"),
                "#!/usr/bin/env bash\nshift $(($# - ARGS))\necho \"java: $*\"\nexit \"${JAVA_EXIT:-0}\"\n");
        script(javaHome.resolve("bin/javac"), "#!/usr/bin/env bash\n");
        script(tools.resolve("mvn"), """
                #!/usr/bin/env bash
                case "$*" in
                    *--version*) echo "Apache Maven 3.9.1 (stub)"; exit 0 ;;
                esac
                echo "mvn $*" >>calls
                echo "mvn says: $*"
                sleep "${MVN_TAKES:-0}"
                mkdir -p target && touch target/wenda.jar
                exit "${MVN_EXIT:-0}"
                """);
        script(tools.resolve("node"), "#!/usr/bin/env bash\necho v20.20.2\n");
        script(tools.resolve("fc-list"), "#!/usr/bin/env bash\necho Noto Sans CJK SC\n");
    }

    @Test
    public void buildsAtTheFirstStartOnly() throws Exception {
        Said first = start("--version");
        Said second = start("--version");

        assertThat(first)
                .isEqualTo(new Said(
                        0,
                        "java: --version\n",
                        "building… (only when sources have changed; log: " + project + "/target/build.log)\n"));
        assertThat(second).isEqualTo(new Said(0, "java: --version\n", ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    public void buildsAgainOnceWhenASourceIsNewer() throws Exception {
        start("--version");
        Files.createFile(project.resolve("src/main/New.java"));

        start("--version");
        start("--version");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    public void twoAtOnceBuildOnce() throws Exception {
        Running one = process(List.of("MVN_TAKES=1"), project.resolve("wenda"), "--version");
        Running other = process(List.of("MVN_TAKES=1"), project.resolve("wenda"), "--version");

        assertThat(List.of(said(one).exit(), said(other).exit())).containsExactly(0, 0);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    public void showsTheEndOfAFailedBuild() throws Exception {
        Said said = said(process(List.of("MVN_EXIT=1"), project.resolve("wenda"), "lint"));

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("mvn says: -B ")
                .endsWith("The build failed; the end of its log is above, all of it in " + project
                        + "/target/build.log\n");
    }

    @Test
    public void aFailedBuildIsTriedAgain() throws Exception {
        said(process(List.of("MVN_EXIT=1"), project.resolve("wenda"), "lint"));

        assertThat(start("--version").out()).isEqualTo("java: --version\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    public void handsOnTheExitCode() throws Exception {
        assertThat(said(process(List.of("JAVA_EXIT=4"), project.resolve("wenda"), "--version"))
                        .exit())
                .isEqualTo(4);
    }

    @Test
    public void historyHandsOnTheExitCodeToo() throws Exception {
        assertThat(said(process(List.of("JAVA_EXIT=2"), project.resolve("wenda"), "history", "nobody")))
                .extracting(Said::exit, Said::out)
                .containsExactly(2, "java: history nobody\n");
    }

    @Test
    public void aRunLeavesItsClassesToTheNext() throws Exception {
        javaThatLeavesClasses();

        assertThat(start("run", "x").out()).isEqualTo("ArchiveClassesAtExit\n");
        assertThat(start("run", "x").out()).isEqualTo("SharedArchiveFile\n");
        assertThat(start("history", "x").out()).isEqualTo("ArchiveClassesAtExit\n");
        assertThat(start("history", "x").out()).isEqualTo("SharedArchiveFile\n");
    }

    @Test
    public void aNewBuildTakesNoOldClasses() throws Exception {
        javaThatLeavesClasses();
        start("run", "x");
        Files.createFile(project.resolve("src/main/New.java"));

        assertThat(start("run", "x").out()).isEqualTo("ArchiveClassesAtExit\n");
    }

    @Test
    public void takesNoClassesThatAreStillBeingWritten() throws Exception {
        javaThatLeavesClasses();
        start("run", "x");
        try (Stream<Path> left = Files.list(project.resolve("target"))) {
            Path classes = left.filter(file -> file.toString().contains("-run.jsa."))
                    .findFirst()
                    .orElseThrow();
            String name = classes.getFileName().toString();
            Files.move(
                    classes,
                    classes.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1)
                            + ProcessHandle.current().pid()));
        }

        assertThat(start("run", "x").out()).isEqualTo("ArchiveClassesAtExit\n");
    }

    /** Prints which of the two options for shared classes it got. */
    private void javaThatLeavesClasses() throws IOException {
        script(javaHome.resolve("bin/java"), """
                #!/usr/bin/env bash
                for option; do
                    case "$option" in
                        -XX:ArchiveClassesAtExit=*) echo ArchiveClassesAtExit; echo classes >"${option#*=}" ;;
                        -XX:SharedArchiveFile=*) echo SharedArchiveFile ;;
                    esac
                done
                """);
    }

    @Test
    public void laysDuckDbsLibraryBesideItsJar() throws Exception {
        Files.createSymbolicLink(javaHome.resolve("bin/jar"), Path.of(System.getProperty("java.home"), "bin", "jar"));
        String library = library();
        Path jar = Files.createDirectories(project.resolve("target/lib")).resolve("duckdb_jdbc-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("META-INF/services/java.sql.Driver", "org/duckdb/A.class", library, "other")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
            }
        }

        start("--version");

        assertThat(project.resolve("target/lib").resolve(library)).hasContent(library);
        try (ZipFile left = new ZipFile(jar.toFile())) {
            assertThat(left.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .containsExactlyInAnyOrder("META-INF/services/java.sql.Driver", "org/duckdb/A.class");
        }
    }

    /** The name that DuckDB gives it on this machine. */
    private static String library() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return "libduckdb_java.so_" + system + "_" + machine;
    }

    @Test
    public void refusesAnOldJava() throws Exception {
        release("11.0.2");

        assertThat(start("--version"))
                .isEqualTo(
                        new Said(
                                3,
                                "",
                                javaHome
                                        + "/bin/java is version 11.0.2; Wenda needs 17 or newer. Install a newer JDK, or set JAVA_HOME.\n"));
    }

    @Test
    public void saysThatMavenIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));

        assertThat(start("--lang", "zh", "--version").err()).startsWith("没有找到 Maven");
        assertThat(start("--version"))
                .isEqualTo(new Said(
                        3,
                        "",
                        "Maven (mvn) was not found. Install it (Debian: apt-get install maven); it builds Wenda.\n"));
    }

    @Test
    public void saysThatOnlyARuntimeIsThere() throws Exception {
        Files.delete(javaHome.resolve("bin/javac"));

        assertThat(start("--version").err())
                .isEqualTo(javaHome
                        + " holds no compiler (javac). Install a JDK, not only a Java runtime, or set JAVA_HOME.\n");
    }

    @Test
    public void findsItselfThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("w"), Path.of("../project/wenda"));

        assertThat(said(process(List.of(), link, "--version")).out()).isEqualTo("java: --version\n");
        assertThat(project.resolve("target/wenda-app.jar")).exists();
    }

    @Test
    public void saysWhatToInstallWhereItCannot() throws Exception {
        start("--version");

        assertThat(start("run", "demo")).isEqualTo(new Said(0, "java: run demo\n", """
                        Chromium not found. Debian: apt-get install chromium chromium-driver. Selenium Manager will try to get a browser.
                        """));
    }

    @Test
    public void looksForNoBrowserWhereNoneIsNeeded() throws Exception {
        start("--version");

        assertThat(start("run", "--help").err()).isEmpty();
        assertThat(start("lint").err()).isEmpty();
        assertThat(start("--home", "run", "lint").err()).isEmpty();
    }

    @DataProvider
    Object[][] ownBrowsers() {
        return new Object[][] {{"browser.grid = http://grid.example:4444"}, {"grid.url = http://grid.example:4444"}};
    }

    @Test(dataProvider = "ownBrowsers")
    public void anOwnBrowserNeedsNoOther(String setting) throws Exception {
        start("--version");
        Files.writeString(project.resolve("drivers.properties"), setting + "\n");

        assertThat(start("run", "demo").err()).isEmpty();
    }

    @Test
    public void testHandsArgumentsToMaven() throws Exception {
        Said said = start("test", "--full", "-Dtest=A");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("mvn says: -B verify -Dwenda.full=true -Dtest.conversations=2 -Dtest=A\n");
    }

    @Test
    public void testTakesAnotherEngine() throws Exception {
        Said said = start("test", "--engine", "webkit", "-Dit.test=A");

        assertThat(said.out()).isEqualTo("mvn says: -B verify -Dwenda.engine=webkit -Dit.test=A\n");
        assertThat(said.err())
                .contains("WebKit not found. Debian: apt-get install webkit2gtk-driver xvfb. The tests will fail.\n");
        assertThat(start("test", "--engine=webkit").out()).isEqualTo("mvn says: -B verify -Dwenda.engine=webkit\n");
    }

    @Test
    public void testRefusesAnEngineThatItDoesNotKnow() throws Exception {
        String refusal = "--engine: \"%s\" is none that the tests know. Accepted: chrome, webkit.\n";

        assertThat(start("test", "--engine", "opera")).isEqualTo(new Said(2, "", refusal.formatted("opera")));
        assertThat(start("test", "--engine")).isEqualTo(new Said(2, "", refusal.formatted("")));
    }

    @Test
    public void aFailedTestIsOne() throws Exception {
        assertThat(said(process(List.of("MVN_EXIT=17"), project.resolve("wenda"), "test"))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    public void testNeedsARecentNode() throws Exception {
        script(tools.resolve("node"), "#!/usr/bin/env bash\necho v20.18.3\n");

        assertThat(start("test"))
                .isEqualTo(
                        new Said(
                                3,
                                "",
                                "The tests need Node 20.19 or newer; found: 20.18.3. Besides them only the demonstration's phone needs it.\n"));
    }

    @Test
    public void testBuildsTheGalleryFirst() throws Exception {
        Path gallery = project.resolve("src/test/gallery");
        Files.createDirectories(gallery);
        script(gallery.resolve("build"), "#!/usr/bin/env bash\necho gallery\nexit 1\n");

        Said said = start("test");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).endsWith("gallery\nsrc/test/gallery/build failed; see above.\n");
        assertThat(project.resolve("calls")).doesNotExist();
    }

    private Said start(String... args) throws Exception {
        return said(process(List.of(), project.resolve("wenda"), args));
    }

    private Running process(List<String> environment, Path script, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        command.addAll(List.of("PATH=" + tools, "JAVA_HOME=" + javaHome, "LANG=en_US.UTF-8", "ARGS=" + args.length));
        command.addAll(environment);
        command.add(script.toString());
        command.addAll(List.of(args));
        Path talk = Files.createTempDirectory(tools, "said");
        Process process = new ProcessBuilder(command)
                .directory(Files.createTempDirectory("elsewhere").toFile())
                .redirectOutput(talk.resolve("out").toFile())
                .redirectError(talk.resolve("err").toFile())
                .start();
        return new Running(process, talk);
    }

    private static Said said(Running running) throws Exception {
        int exit = running.process().waitFor();
        Path talk = running.talk();
        return new Said(exit, Files.readString(talk.resolve("out")), Files.readString(talk.resolve("err")));
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("calls")).stream()
                .filter(call -> call.endsWith(" package"))
                .count();
    }

    private void release(String version) throws IOException {
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void linkTool(String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
            if (Files.exists(Path.of(folder, tool))) {
                Files.createSymbolicLink(tools.resolve(tool), Path.of(folder, tool));
                return;
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A command that has begun, and the folder it talks into. */
    private record Running(Process process, Path talk) {}

    /** What a command returned and printed. */
    private record Said(int exit, String out, String err) {}
}
