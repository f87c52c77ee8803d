package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.words.InputException;

/** Bags that a key and an authority vouch for, checked by OpenSSL too. */
public final class VouchedBagTest {
    private static final BagInfo INFO =
            new BagInfo(List.of()).with(BagInfo.AGENT, "Wenda 0.1.0").with(BagInfo.SEALED_AT, "2026-11-23T02:00:00Z");

    private Path bag = Path.of("");

    @BeforeMethod
    void fill() throws IOException {
        bag = Files.createTempDirectory("bag");
        Files.createDirectory(bag.resolve("data"));
        Files.writeString(bag.resolve("data/run.json"), "{}\n");
    }

    @AfterMethod
    void clean() throws IOException {
        Folders.delete(bag);
    }

    @DataProvider
    Object[][] keys() {
        return new Object[][] {{"Ed25519", "Ed25519"}, {"RSA", "SHA512withRSA"}};
    }

    @Test(dataProvider = "keys")
    public void saysWhoSignedIt(String kind, String algorithm) throws Exception {
        BagKey key = BagKey.read(keyFile(kind));

        new BagSealer(key, null).seal(bag, INFO);

        BagReport report = BagCheck.check(bag);
        assertThat(report.faults()).isEmpty();
        assertThat(report.signature()).isEqualTo(new BagReport.Signature(algorithm, key.fingerprint(), null));
    }

    @Test
    public void signsAsOpenSslReadsIt() throws Exception {
        new BagSealer(BagKey.read(keyFile("Ed25519")), null).seal(bag, INFO);
        String[] check = {
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "signature.pub.pem",
            "-rawin",
            "-in",
            "tagmanifest-sha512.txt",
            "-sigfile",
            "signature.sig"
        };
        assertThat(Folders.run(bag, check)).isZero();

        Files.writeString(bag.resolve("tagmanifest-sha512.txt"), "something else");

        assertThat(Folders.run(bag, check)).isEqualTo(1);
    }

    @Test
    public void signsWithRsaAsOpenSslReadsIt() throws Exception {
        new BagSealer(BagKey.read(keyFile("RSA")), null).seal(bag, INFO);

        assertThat(Folders.run(
                        bag,
                        "openssl",
                        "dgst",
                        "-sha512",
                        "-verify",
                        "signature.pub.pem",
                        "-signature",
                        "signature.sig",
                        "tagmanifest-sha512.txt"))
                .isZero();
    }

    @Test
    public void readsTheKeyThatOpenSslMakes() throws Exception {
        Path pem = Files.createTempFile("key", ".pem");
        Path certificate = Files.createTempFile("certificate", ".pem");
        assertThat(Folders.run(bag, "openssl", "genpkey", "-algorithm", "ed25519", "-out", pem.toString()))
                .isZero();
        assertThat(Folders.run(
                        bag,
                        "openssl",
                        "req",
                        "-x509",
                        "-new",
                        "-key",
                        pem.toString(),
                        "-subj",
                        "/CN=Demo City",
                        "-out",
                        certificate.toString()))
                .isZero();
        Files.writeString(pem, Files.readString(pem) + Files.readString(certificate));

        new BagSealer(BagKey.read(pem), null).seal(bag, INFO);

        assertThat(BagCheck.check(bag).signature())
                .isNotNull()
                .satisfies(signature -> assertThat(signature.subject()).isEqualTo("CN=Demo City"));
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @Test
    public void namesASignatureByAnotherKey() throws Exception {
        new BagSealer(BagKey.read(keyFile("Ed25519")), null).seal(bag, INFO);
        byte[] listed = Files.readAllBytes(bag.resolve("tagmanifest-sha512.txt"));
        Files.write(
                bag.resolve("signature.sig"), BagKey.read(keyFile("Ed25519")).sign(listed));

        assertThat(BagCheck.check(bag).faults())
                .anyMatch(fault -> fault.kind() == BagFault.Kind.BAD_SIGNATURE)
                .anyMatch(fault ->
                        fault.kind() == BagFault.Kind.CHANGED && fault.file().equals("signature.sig"));
        assertThat(BagCheck.check(bag).signature()).isNull();
    }

    @DataProvider
    Object[][] noKeys() throws Exception {
        String rsa1024 = pem(KeyPairGenerator.getInstance("RSA"), 1024);
        return new Object[][] {
            {"nothing at all", "holds no PKCS#8 private key"},
            {"-----BEGIN PRIVATE KEY-----\nc2VjcmV0IHdvcmRz\n-----END PRIVATE KEY-----\n", "holds no PKCS#8"},
            {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----\n", "is encrypted"},
            {pem(KeyPairGenerator.getInstance("EC"), 256), "of a kind that is not used"},
            {rsa1024, "of a kind that is not used"},
        };
    }

    @Test(dataProvider = "noKeys")
    public void refusesAKeyItCannotUse(String text, String why) throws IOException {
        Path file = Files.writeString(Files.createTempFile("key", ".pem"), text);

        assertThatThrownBy(() -> BagKey.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("evidence.key: ")
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
    }

    @Test
    public void aKeyTellsNobodyItsSecret() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        BagKey key = BagKey.read(keyFile(keys));

        assertThat(key)
                .hasToString("Ed25519 " + Digest.SHA256.hexOf(keys.getPublic().getEncoded()));
        assertThat(new BagTerms(null, key, null).toString())
                .doesNotContain(
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    }

    @Test
    public void saysWhenItWasThereAndByWhom() throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            new BagSealer(BagKey.read(keyFile("Ed25519")), new TimeAuthority(authority.address())::stamp)
                    .seal(bag, INFO);

            BagReport report = BagCheck.check(bag);

            assertThat(report.faults()).isEmpty();
            assertThat(report.timeStamp())
                    .isEqualTo(new BagReport.Stamp(TimeStamper.NOW, "CN=Time of the demonstration city", "2a"));
            assertThat(report.signature()).isNotNull();
        }
    }

    @Test
    public void isStampedAsOpenSslReadsIt() throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            new BagSealer(null, new TimeAuthority(authority.address())::stamp).seal(bag, INFO);
            String[] check = {
                "openssl",
                "ts",
                "-verify",
                "-data",
                "tagmanifest-sha512.txt",
                "-in",
                "timestamp.tsr",
                "-CAfile",
                authority.certificateFile().toString()
            };
            assertThat(Folders.run(bag, check)).isZero();

            Files.writeString(bag.resolve("tagmanifest-sha512.txt"), "something else");

            assertThat(Folders.run(bag, check)).isEqualTo(1);
        }
    }

    @Test
    public void namesAnyChangedByteOfSignatureAndStamp() throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            new BagSealer(BagKey.read(keyFile("Ed25519")), new TimeAuthority(authority.address())::stamp)
                    .seal(bag, INFO);
        }
        Random random = new Random(3161);
        for (String file : List.of("signature.sig", "signature.pub.pem", "timestamp.tsr", "bag-info.txt")) {
            byte[] whole = Files.readAllBytes(bag.resolve(file));
            for (int i = 0; i < 60; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
                Files.write(bag.resolve(file), changed);

                assertThat(BagCheck.check(bag).faults())
                        .extracting(BagFault::file)
                        .contains(file);
            }
            Files.delete(bag.resolve(file));
            assertThat(BagCheck.check(bag).faults())
                    .anyMatch(fault -> fault.kind() == BagFault.Kind.MISSING
                            && fault.file().equals(file));
            Files.write(bag.resolve(file), whole);
        }
        assertThat(BagCheck.check(bag).faults()).isEmpty();
    }

    @DataProvider
    Object[][] noStamps() {
        return new Object[][] {
            {new byte[0]}, {new byte[] {0x30, 3, 2, 1, 5}}, {"<html>not here".getBytes(UTF_8)}, {new byte[2 << 20]},
        };
    }

    @Test(dataProvider = "noStamps")
    public void sealsWithoutAStampThatIsNone(byte[] answer) throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            authority.falsify(stamp -> answer);

            assertSealedWithout(authority.address(), authority.address().toString());
        }
    }

    @Test
    public void sealsWithoutAStampOfSomethingElse() throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            byte[] other = new TimeAuthority(authority.address()).stamp("something else".getBytes(UTF_8));
            authority.falsify(stamp -> other);

            assertSealedWithout(authority.address(), authority.address().toString());
        }
    }

    @Test
    public void sealsWithoutAStampWhereTheAuthorityRefuses() throws Exception {
        try (TimeStamper authority = TimeStamper.start()) {
            authority.answerWith(403);

            assertSealedWithout(authority.address(), "HTTP 403");
        }
    }

    @Test
    public void sealsWithoutAStampWhereNobodyAnswers() throws Exception {
        assertSealedWithout(URI.create("http://127.0.0.1:1/"), "http://127.0.0.1:1/: ");
    }

    @Test
    public void waitsForNoAuthorityForEver() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TimeStamper authority = TimeStamper.start()) {
            authority.falsify(stamp -> {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return stamp;
            });
            TimeAuthority impatient = new TimeAuthority(authority.address(), Duration.ofMillis(200));

            assertThatThrownBy(() -> impatient.stamp(new byte[0])).isInstanceOf(TimeAuthority.NoStamp.class);
            over.countDown();
        }
    }

    @Test
    public void keepsWhatAnEarlierSealProved() throws Exception {
        byte[] stamp;
        try (TimeStamper authority = TimeStamper.start()) {
            BagSealer sealer = new BagSealer(null, new TimeAuthority(authority.address())::stamp);
            sealer.seal(bag, INFO);
            stamp = Files.readAllBytes(bag.resolve("timestamp.tsr"));
            assertThat(sealer.seal(bag, INFO).kept()).isTrue();
            assertThat(authority.asked()).isEqualTo(1);

            Files.writeString(bag.resolve("data/more.txt"), "more");
            assertThat(sealer.seal(bag, INFO).kept()).isFalse();
            assertThat(authority.asked()).isEqualTo(2);
        }
        Path earlier = bag.resolve("earlier/20261123T020000Z");
        assertThat(earlier.resolve("timestamp.tsr")).hasBinaryContent(stamp);
        assertThat(TimeAuthority.checked(stamp, Files.readAllBytes(earlier.resolve("tagmanifest-sha512.txt"))))
                .isPresent();
        assertThat(earlier.resolve("manifest-sha512.txt")).content().contains("data/run.json");
        assertThat(BagCheck.check(bag).faults()).isEmpty();

        Files.writeString(earlier.resolve("bag-info.txt"), "changed");
        assertThat(BagCheck.check(bag).faults())
                .extracting(BagFault::file)
                .containsExactly("earlier/20261123T020000Z/bag-info.txt");
    }

    private void assertSealedWithout(URI authority, String why) throws IOException {
        BagSealer.Sealed sealed = new BagSealer(null, new TimeAuthority(authority)::stamp).seal(bag, INFO);

        assertThat(sealed.unstamped()).contains(why);
        BagReport report = BagCheck.check(bag);
        assertThat(report.faults()).isEmpty();
        assertThat(report.timeStamp()).isNull();
        assertThat(report.unstamped()).contains(why);
    }

    private static Path keyFile(String kind) throws IOException, NoSuchAlgorithmException {
        return keyFile(KeyPairGenerator.getInstance(kind).generateKeyPair());
    }

    private static Path keyFile(KeyPair keys) throws IOException {
        return Files.writeString(Files.createTempFile("key", ".pem"), pem(keys), US_ASCII);
    }

    private static String pem(KeyPairGenerator generator, int bits) {
        generator.initialize(bits);
        return pem(generator.generateKeyPair());
    }

    private static String pem(KeyPair keys) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
