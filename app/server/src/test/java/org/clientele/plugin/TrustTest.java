package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.PluginCard.Health;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.Vouching.SignedBy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TrustTest {
    private final TestDatabase.Kind kind;
    private final TestSigner signer = TestSigner.of("Example Studio");
    private TestDatabase database;
    private PluginPortal portal;

    TrustTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        portal = PluginPortal.on(database).start();
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldTakeWhatATrustedSignerHasSigned() {
        portal.trust(signer);

        portal.install(signer.sign(PluginJar.kiosk()));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

        PluginCard card = portal.card("kiosk");
        assertThat(card.state()).isEqualTo(State.ENABLED);
        assertThat(card.trust()).isEqualTo(Trust.SIGNED);
        assertThat(card.health()).isEqualTo(Health.GOOD);
        SignerCertificate shown = Objects.requireNonNull(card.signer()).certificate();
        assertThat(shown.name()).isEqualTo("Example Studio");
        assertThat(shown.fingerprint()).isEqualTo(signer.fingerprint());
        assertThat(portal.audit.actions())
                .containsExactly(
                        "trust.add signer " + signer.fingerprint(),
                        "plugin.install plugin kiosk",
                        "plugin.enable plugin kiosk");
    }

    @Test
    void shouldRefuseAnUnknownSignerNamingThePrintToCompare() {
        byte[] jar = signer.sign(PluginJar.kiosk());

        RefusedProblem problem = refusal(jar);

        assertThat(problem.key()).isEqualTo("plugin.refused.signer-unknown");
        String pairs = Certificates.describe(signer.certificate()).fingerprintInPairs();
        for (Locale locale : new Translations().getProvidedLocales()) {
            assertThat(new Translations().getTranslation(problem.key(), locale, problem.arguments()))
                    .contains("Example Studio", pairs);
        }
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldRefuseWhatNobodySigned() {
        assertThat(refusal(PluginJar.kiosk().bytes()).key()).isEqualTo("plugin.refused.untrusted");
    }

    @Test
    void shouldTrustThroughTheIssuer() {
        TestSigner authority = TestSigner.authority("Example Root");
        portal.trust(authority);

        Inspection inspection = portal.inspect(authority.issue("Li Na").sign(PluginJar.kiosk()));

        assertThat(inspection.vouching().trust()).isEqualTo(Trust.SIGNED);
        SignedBy by = Objects.requireNonNull(inspection.vouching().signer());
        assertThat(by.certificate().name()).isEqualTo("Li Na");
        assertThat(by.trustedAs()).isEqualTo(Certificates.describe(authority.certificate()));
    }

    @Test
    void shouldTrustThroughAnIssuerWhoseCertificateIsNotInTheJar() {
        TestSigner authority = TestSigner.authority("Example Root");
        portal.trust(authority);

        byte[] jar = authority.issue("Li Na").withoutIssuers().sign(PluginJar.kiosk());

        assertThat(portal.inspect(jar).vouching().trust()).isEqualTo(Trust.SIGNED);
    }

    @Test
    void shouldNotTrustWhatIsIssuedForAnotherUse() {
        TestSigner authority = TestSigner.authority("Example Root");
        portal.trust(authority);

        byte[] jar = authority
                .issue("www.example.com", KeyPurposeId.id_kp_serverAuth)
                .sign(PluginJar.kiosk());

        assertThat(refusal(jar).key()).isEqualTo("plugin.refused.signer-not-issued");
    }

    @Test
    void shouldNotTrustWhatASignerWhoIsNoAuthorityHasIssued() {
        portal.trust(signer);

        byte[] jar = signer.issue("Somebody else").sign(PluginJar.kiosk());

        assertThat(refusal(jar).key()).isEqualTo("plugin.refused.signer-not-issued");
    }

    @Test
    void shouldNotTrustANamesake() {
        portal.trust(signer);

        byte[] jar = TestSigner.of("Example Studio").sign(PluginJar.kiosk());

        assertThat(refusal(jar).key()).isEqualTo("plugin.refused.signer-unknown");
    }

    @Test
    void shouldRefuseAnExpiredSigner() {
        portal.trust(signer);
        byte[] jar = signer.sign(PluginJar.kiosk());
        portal.clock.forward(Duration.ofDays(3 * 365));

        RefusedProblem problem = refusal(jar);

        assertThat(problem.key()).isEqualTo("plugin.refused.signer-expired");
        assertThat(problem.arguments()).containsExactly("Example Studio", LocalDate.of(2028, 1, 1));
    }

    @Test
    void shouldRefuseASignerWhoseTimeHasNotCome() {
        TestSigner early = TestSigner.valid("Early", TestSigner.UNTIL, TestSigner.UNTIL.plus(Duration.ofDays(365)));
        portal.trust(early);

        assertThat(refusal(early.sign(PluginJar.kiosk())).key()).isEqualTo("plugin.refused.signer-early");
    }

    @Test
    void shouldKeepWhatWasTakenInTimeAndSayThatTheCertificateHasExpired() {
        portal.trust(signer);
        portal.install(signer.sign(PluginJar.kiosk()));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

        try (PluginPortal after = PluginPortal.on(database).start()) {
            after.clock.forward(Duration.ofDays(3 * 365));
            assertThat(after.card("kiosk").state()).isEqualTo(State.ENABLED);
            assertThat(after.card("kiosk").health()).isEqualTo(Health.ATTENTION);
            assertThat(after.card("kiosk").problem()).hasMessageContaining("plugin.problem.signer-expired");
            after.service.disable("kiosk");
            after.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
            assertThat(after.card("kiosk").state()).isEqualTo(State.ENABLED);
        }
    }

    @Test
    void shouldDisableAtOnceWhatARevokedSignerHasSigned() {
        portal.trust(signer);
        portal.install(signer.sign(PluginJar.kiosk()));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

        portal.revoke(signer, "key was stolen");

        assertThat(portal.verticals.find("kiosk")).isEmpty();
        assertThat(portal.runtime.isLoaded("kiosk")).isFalse();
        PluginCard card = portal.card("kiosk");
        assertThat(card.state()).isEqualTo(State.DISABLED);
        assertThat(card.trust()).isEqualTo(Trust.REVOKED);
        assertThat(card.health()).isEqualTo(Health.ATTENTION);
        assertThat(card.problem()).hasMessageContaining("key was stolen");
        assertThatThrownBy(() -> portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null))
                .isInstanceOf(RefusedProblem.class)
                .hasMessageContaining("plugin.refused.revoked");
        assertThat(portal.audit.actions())
                .endsWith("trust.revoke signer " + signer.fingerprint(), "plugin.disable plugin kiosk");
    }

    @Test
    void shouldNotLoadOnAnyNodeWhatARevokedSignerHasSigned() {
        portal.trust(signer);
        portal.install(signer.sign(PluginJar.kiosk()));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        // As a node finds it that starts after the revocation and before the plugins were disabled.
        portal.revoke(signer, "key was stolen");
        portal.plugins.setEnabled("kiosk", true);

        try (PluginPortal other = PluginPortal.on(database).start()) {
            assertThat(other.card("kiosk").state()).isEqualTo(State.FAILED);
            assertThat(other.card("kiosk").trust()).isEqualTo(Trust.REVOKED);
            assertThat(other.card("kiosk").problem()).hasMessageContaining("plugin.refused.revoked");
        }
    }

    @Test
    void shouldDisableWhatAnAuthoritysSignersHaveSignedWhenItIsRevoked() {
        TestSigner authority = TestSigner.authority("Example Root");
        portal.trust(authority);
        portal.install(authority.issue("Li Na").withoutIssuers().sign(PluginJar.kiosk()));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

        portal.revoke(authority, "broken into");

        assertThat(portal.card("kiosk").state()).isEqualTo(State.DISABLED);
        assertThat(refusal(authority.issue("Wang").sign(PluginJar.vertical("stall")))
                        .key())
                .isEqualTo("plugin.refused.revoked");
        assertThat(refusal(authority.issue("Wang").withoutIssuers().sign(PluginJar.vertical("stall")))
                        .key())
                .isEqualTo("plugin.refused.revoked");
    }

    @Test
    void shouldRefuseOneOfAnAuthoritysSignersAlone() {
        TestSigner authority = TestSigner.authority("Example Root");
        TestSigner lost = authority.issue("Lost key");
        portal.trust(authority);
        portal.trust(lost);

        portal.revoke(lost, "lost on a train");

        assertThat(refusal(lost.sign(PluginJar.kiosk())).key()).isEqualTo("plugin.refused.revoked");
        assertThat(portal.inspect(authority.issue("Li Na").sign(PluginJar.kiosk()))
                        .vouching()
                        .trust())
                .isEqualTo(Trust.SIGNED);
    }

    @Test
    void shouldRefuseARevokedSignerEvenInDeveloperMode() {
        portal.trust(signer);
        portal.revoke(signer, "key was stolen");

        try (PluginPortal developer = PluginPortal.on(database).developerMode().start()) {
            assertThatThrownBy(() -> developer.inspect(signer.sign(PluginJar.kiosk())))
                    .hasMessageContaining("plugin.refused.revoked");
        }
    }

    @Test
    void shouldMarkWhatAnUnknownSignerSignedInDeveloperMode() {
        try (PluginPortal developer = PluginPortal.on(database).developerMode().start()) {
            Inspection inspection = developer.inspect(signer.sign(PluginJar.kiosk()));

            assertThat(inspection.vouching().trust()).isEqualTo(Trust.DEVELOPER);
            assertThat(inspection.vouching().signer()).isNotNull();
            assertThat(inspection.vouching().doubt()).hasMessageContaining("plugin.refused.signer-unknown");
            developer.installer.install(inspection.token());
            assertThat(developer.card("kiosk").trust()).isEqualTo(Trust.DEVELOPER);
            assertThat(developer.audit.actions()).contains("plugin.developer-mode plugin kiosk");
        }
    }

    @Test
    void shouldTakeASignedPluginInPlaceOfABundledOneAndSayWhoSignedIt() {
        try (PluginPortal withKiosk =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            withKiosk.trust(signer);
            withKiosk.install(signer.sign(PluginJar.kiosk().manifest("Plugin-Version", "1.1.0")));

            assertThat(withKiosk.card("kiosk").version()).isEqualTo("1.1.0");
            assertThat(withKiosk.card("kiosk").trust()).isEqualTo(Trust.SIGNED);
        }
    }

    @Test
    void shouldListWhatEachSignerHasSigned() {
        portal.trust(signer);
        portal.install(signer.sign(PluginJar.kiosk()));
        portal.install(signer.sign(PluginJar.vertical("stall")));
        portal.service.enable("stall", "CNY", AsOfMode.TODAY, null);

        portal.asAdministrator(() -> assertThat(portal.signers.signed(signer.fingerprint()))
                .containsExactly(new SignedPlugin("kiosk", "1.0.0", false), new SignedPlugin("stall", "1.0.0", true)));
    }

    @Test
    void shouldDisableFirstWhatNeedsAPluginThatIsWithdrawn() {
        portal.trust(signer);
        TestSigner other = TestSigner.of("Other Studio");
        portal.trust(other);
        portal.install(signer.sign(PluginJar.kiosk()));
        portal.install(other.sign(PluginJar.vertical("stall").manifest("Plugin-Dependencies", "kiosk@>=1.0.0")));
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        portal.service.enable("stall", "CNY", AsOfMode.TODAY, null);

        portal.revoke(signer, "key was stolen");

        assertThat(portal.verticals.enabled()).isEmpty();
        assertThat(portal.card("stall").state()).isEqualTo(State.DISABLED);
        assertThat(portal.card("stall").trust()).isEqualTo(Trust.SIGNED);
    }

    private RefusedProblem refusal(byte[] jar) {
        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> portal.inspect(jar));
        assertThat(problem).as("the jar was taken").isNotNull();
        return problem;
    }
}
