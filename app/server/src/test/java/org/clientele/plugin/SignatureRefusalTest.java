package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jars that were changed after somebody trusted had signed them, and signatures that do not count. */
class SignatureRefusalTest {
    private static final Instant IN_TIME = Instant.parse("2027-06-01T10:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2028-06-01T10:00:00Z");

    private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final TestSigner signer = TestSigner.of("Example Studio");
    private PluginPortal portal;

    @BeforeEach
    void start() {
        portal = PluginPortal.on(database).start();
        portal.trust(signer);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldTakeTheOriginalThatTheOthersAreMadeFrom() {
        assertThat(portal.inspect(JarEdit.of(signed()).bytes()).vouching().trust())
                .isEqualTo(Trust.SIGNED);
    }

    @Test
    void shouldRefuseAnAlteredFile() {
        byte[] jar = JarEdit.of(signed())
                .edit("vertical.yaml", yaml -> yaml.replace("borders: [1000]", "borders: [9000]"))
                .bytes();

        assertRefused(jar, "altered", "vertical.yaml");
    }

    @Test
    void shouldRefuseAnAlteredVersion() {
        byte[] jar = JarEdit.of(signed())
                .edit("META-INF/MANIFEST.MF", manifest -> manifest.replace("1.0.0", "9.0.0"))
                .bytes();

        assertRefused(jar, "altered", "META-INF/MANIFEST.MF");
    }

    /** Times and such, which no signature covers, may differ; the files may not. */
    @Test
    void shouldRefuseAnAlteredByteWhereverItChangesAFile() {
        byte[] jar = signed();
        for (int at = 0; at < jar.length; at += 11) {
            byte[] altered = jar.clone();
            altered[at] ^= 0x10;

            try {
                portal.installer.discard(portal.inspect(altered).token());
                assertThat(JarEdit.of(altered))
                        .as("byte %d of %d", at, jar.length)
                        .isEqualTo(JarEdit.of(jar));
            } catch (RefusedProblem refused) {
                assertThat(refused.key()).startsWith("plugin.refused.");
            }
        }
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldRefuseAFileThatWasAdded() {
        assertRefused(JarEdit.of(signed()).add("notes.txt", "x").bytes(), "entry-unsigned", "notes.txt");
    }

    @Test
    void shouldRefuseAFileThatWasAddedWhereJavaDoesNotLook() {
        assertRefused(
                JarEdit.of(signed()).add("META-INF/notes.txt", "x").bytes(), "entry-unsigned", "META-INF/notes.txt");
    }

    @Test
    void shouldRefuseAJarThatAFileWasTakenOutOf() {
        byte[] jar = signer.sign(PluginJar.kiosk().file("notes.txt", "terms of use"));

        assertRefused(JarEdit.of(jar).remove("notes.txt").bytes(), "entry-missing", "notes.txt");
    }

    @Test
    void shouldRefuseFilesOfDifferentSigners() {
        TestSigner other = TestSigner.of("Other Studio");
        portal.trust(other);
        byte[] added = JarEdit.of(signed()).add("notes.txt", "x").bytes();

        RefusedProblem problem = refusal(other.sign(added));

        assertThat(problem.key()).isEqualTo("plugin.refused.signers-mixed");
    }

    @Test
    void shouldTakeAJarThatSomebodyTrustedAndSomebodyElseHaveSignedWhole() {
        byte[] jar = signer.sign(TestSigner.of("Somebody").sign(PluginJar.kiosk()));

        assertThat(portal.inspect(jar).vouching().trust()).isEqualTo(Trust.SIGNED);
    }

    @Test
    void shouldRefuseAJarThatARevokedSignerHasSignedBesidesATrustedOne() {
        TestSigner revoked = TestSigner.of("Former Studio");
        portal.trust(revoked);
        portal.revoke(revoked, "left the company");

        assertRefused(signer.sign(revoked.sign(PluginJar.kiosk())), "revoked", "Former Studio");
    }

    @Test
    void shouldRefuseASignatureThatWasTakenOut() {
        assertThat(refusal(JarEdit.of(signed()).remove(".SF").bytes()).key())
                .isEqualTo("plugin.refused.signature-worthless");
    }

    @Test
    void shouldRefuseASignatureWithAWeakDigest() {
        byte[] jar = signer.sign(PluginJar.kiosk().bytes(), builder -> builder.digestAlgorithm("MD5"));

        assertThat(refusal(jar).key()).isEqualTo("plugin.refused.signature-worthless");
    }

    @Test
    void shouldRefuseASignatureUnderWhichTheVersionCouldBeChanged() {
        byte[] jar = signer.signAgain(
                JarEdit.of(signed()).edit(".SF", digests -> digests.replaceAll("SHA-256-Digest-Manifest.*\r\n", "")));

        assertRefused(jar, "entry-unsigned", "META-INF/MANIFEST.MF");
    }

    @Test
    void shouldTakeWhatWasStampedBeforeTheCertificateExpired() {
        try (TestTimeStamper stamper = TestTimeStamper.at(IN_TIME);
                PluginPortal later = PluginPortal.on(database)
                        .timeStamper(stamper.authority())
                        .start()) {
            later.clock.forward(Duration.ofDays(3 * 365));

            Vouching vouching = later.inspect(signer.sign(PluginJar.kiosk().bytes(), stamper.address()))
                    .vouching();

            assertThat(vouching.trust()).isEqualTo(Trust.SIGNED);
            assertThat(Objects.requireNonNull(vouching.signer()).signedAt()).isEqualTo(IN_TIME);
        }
    }

    @Test
    void shouldRefuseWhatWasStampedAfterTheCertificateHadExpired() {
        try (TestTimeStamper stamper = TestTimeStamper.at(TOO_LATE);
                PluginPortal later = PluginPortal.on(database)
                        .timeStamper(stamper.authority())
                        .start()) {
            later.clock.forward(Duration.ofDays(3 * 365));

            assertRefused(later, signer.sign(PluginJar.kiosk().bytes(), stamper.address()), "signer-expired", "2028");
        }
    }

    @Test
    void shouldNotBelieveAStampOfAnAuthorityThatNobodyKnows() {
        try (TestTimeStamper stamper = TestTimeStamper.at(IN_TIME)) {
            byte[] jar = signer.sign(PluginJar.kiosk().bytes(), stamper.address());
            portal.clock.forward(Duration.ofDays(3 * 365));

            assertRefused(jar, "signer-expired", "2028");
        }
    }

    @Test
    void shouldTakeWithoutStampOnlyWhileTheCertificateIsValid() {
        byte[] jar = signed();
        Inspection shown = portal.inspect(jar);
        assertThat(shown.vouching().trust()).isEqualTo(Trust.SIGNED);
        portal.installer.discard(shown.token());

        portal.clock.forward(Duration.ofDays(3 * 365));

        assertRefused(jar, "signer-expired", "2028");
    }

    @Test
    void shouldWriteDaysAsTheReaderDoes() {
        byte[] jar = signed();
        portal.clock.forward(Duration.ofDays(3 * 365));

        RefusedProblem expired = refusal(jar);

        assertThat(text(expired, Locale.ENGLISH)).contains("expired on 1 Jan 2028,");
        assertThat(text(expired, Locale.SIMPLIFIED_CHINESE)).contains("已于 2028年1月1日 过期");
    }

    private static String text(RefusedProblem problem, Locale locale) {
        return new Translations().getTranslation(problem.key(), locale, problem.arguments());
    }

    private byte[] signed() {
        return signer.sign(PluginJar.kiosk());
    }

    private void assertRefused(byte[] jar, String reason, String named) {
        assertRefused(portal, jar, reason, named);
    }

    private static void assertRefused(PluginPortal portal, byte[] jar, String reason, String named) {
        RefusedProblem problem = refusal(portal, jar);
        assertThat(problem.key()).isEqualTo("plugin.refused." + reason);
        for (Locale locale : new Translations().getProvidedLocales()) {
            assertThat(text(problem, locale)).contains(named);
        }
        assertThat(portal.files("staging")).isEmpty();
    }

    private RefusedProblem refusal(byte[] jar) {
        return refusal(portal, jar);
    }

    private static RefusedProblem refusal(PluginPortal portal, byte[] jar) {
        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> portal.inspect(jar));
        assertThat(problem).as("the jar was taken").isNotNull();
        return problem;
    }
}
