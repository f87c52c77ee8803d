package org.wenda.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;
import org.wenda.words.InputException;
import org.wenda.words.Message;

/**
 * The key that bags are signed with: Ed25519, or RSA of 2048 bits and more. The secret half is told to nobody; it never
 * stands in a message, a file or a log.
 */
public final class BagKey {
    private static final int LEAST_RSA_BITS = 2048;
    private static final long LONGEST_FILE = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private final PrivateKey secret;
    private final Kind kind;
    private final byte[] publicKey;
    private final @Nullable X509Certificate certificate;

    private BagKey(PrivateKey secret, Kind kind, byte[] publicKey, @Nullable X509Certificate certificate) {
        this.secret = secret;
        this.kind = kind;
        this.publicKey = publicKey;
        this.certificate = certificate;
    }

    /** The two kinds of keys, and how each signs. */
    private enum Kind {
        ED25519("Ed25519", "Ed25519"),
        RSA("RSA", "SHA512withRSA");

        private final String key;
        private final String algorithm;

        Kind(String key, String algorithm) {
            this.key = key;
            this.algorithm = algorithm;
        }

        static Optional<Kind> ofAlgorithm(String algorithm) {
            return Arrays.stream(values())
                    .filter(kind -> kind.algorithm.equals(algorithm))
                    .findFirst();
        }
    }

    /**
     * Reads a PEM file with a PKCS#8 private key, and a certificate of it if one stands there too.
     *
     * @throws InputException if it cannot be used
     */
    public static BagKey read(Path file) {
        String pem = text(file);
        byte[] pkcs8 = block(pem, "PRIVATE KEY")
                .orElseThrow(() -> wrong(file, pem.contains("ENCRYPTED PRIVATE KEY") ? "key.encrypted" : "key.none"));
        try {
            AsymmetricKeyParameter parameters = PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(pkcs8));
            Kind kind = kind(parameters).orElseThrow(() -> wrong(file, "key.kind"));
            PrivateKey secret = KeyFactory.getInstance(kind.key).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (secret instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw wrong(file, "key.kind");
            }
            byte[] publicKey = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicHalf(parameters))
                    .getEncoded();
            return new BagKey(secret, kind, publicKey, certificate(file, pem, publicKey));
        } catch (InputException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The cause may quote what it could not read, and that is the secret.
            throw wrong(file, "key.none");
        }
    }

    /** Returns the name of the way it signs, such as {@code Ed25519}. */
    String algorithm() {
        return kind.algorithm;
    }

    /** Returns the public half as {@code openssl} reads it. */
    String publicPem() {
        return pem("PUBLIC KEY", publicKey);
    }

    /** Returns SHA-256 of the public half in its DER form. */
    String fingerprint() {
        return Digest.SHA256.hexOf(publicKey);
    }

    /** Returns the certificate as {@code openssl} reads it, if there is one. */
    Optional<String> certificatePem() {
        try {
            return certificate == null ? Optional.empty() : Optional.of(pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(kind.algorithm);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return kind.algorithm + " " + fingerprint();
    }

    /**
     * Checks a signature that may be hostile.
     *
     * @param algorithm as {@code bag-info.txt} says
     * @return who signed; empty if it does not hold
     */
    static Optional<BagReport.Signature> verified(
            String algorithm, String publicPem, @Nullable String certificatePem, byte[] bytes, byte[] signature) {
        Kind kind = Kind.ofAlgorithm(algorithm).orElse(null);
        byte[] der = block(publicPem, "PUBLIC KEY").orElse(null);
        if (kind == null || der == null) {
            return Optional.empty();
        }
        try {
            PublicKey key = KeyFactory.getInstance(kind.key).generatePublic(new X509EncodedKeySpec(der));
            Signature check = Signature.getInstance(kind.algorithm);
            check.initVerify(key);
            check.update(bytes);
            if (!check.verify(signature)) {
                return Optional.empty();
            }
            return Optional.of(new BagReport.Signature(
                    kind.algorithm, Digest.SHA256.hexOf(key.getEncoded()), subject(certificatePem, key)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String subject(@Nullable String pem, PublicKey key) throws GeneralSecurityException {
        if (pem == null) {
            return null;
        }
        X509Certificate certificate = certificate(block(pem, "CERTIFICATE").orElse(new byte[0]));
        return certificate.getPublicKey().equals(key)
                ? BagFault.shown(certificate.getSubjectX500Principal().getName())
                : null;
    }

    private static Optional<Kind> kind(AsymmetricKeyParameter parameters) {
        if (parameters instanceof Ed25519PrivateKeyParameters) {
            return Optional.of(Kind.ED25519);
        }
        return parameters instanceof RSAPrivateCrtKeyParameters ? Optional.of(Kind.RSA) : Optional.empty();
    }

    private static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter parameters) {
        if (parameters instanceof Ed25519PrivateKeyParameters edwards) {
            return edwards.generatePublicKey();
        }
        RSAPrivateCrtKeyParameters rsa = (RSAPrivateCrtKeyParameters) parameters;
        return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
    }

    private static @Nullable X509Certificate certificate(Path file, String pem, byte[] publicKey)
            throws GeneralSecurityException {
        byte[] der = block(pem, "CERTIFICATE").orElse(null);
        if (der == null) {
            return null;
        }
        X509Certificate certificate = certificate(der);
        if (!Arrays.equals(certificate.getPublicKey().getEncoded(), publicKey)) {
            throw wrong(file, "key.stranger");
        }
        return certificate;
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw wrong(file, "key.none");
            }
            return new String(Files.readAllBytes(file), US_ASCII);
        } catch (IOException e) {
            throw new InputException("evidence.key", Message.of(BagKey.class, "key.unreadable", file, e.toString()));
        }
    }

    private static Optional<byte[]> block(String pem, String type) {
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            if (type.equals(blocks.group(1))) {
                return decoded(Objects.requireNonNull(blocks.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private static InputException wrong(Path file, String key) {
        return new InputException("evidence.key", Message.of(BagKey.class, key, file));
    }
}
