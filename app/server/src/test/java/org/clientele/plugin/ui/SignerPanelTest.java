package org.clientele.plugin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.ui.TestUi;
import org.clientele.plugin.SignedPlugin;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.TrustedSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignerPanelTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final SignerCertificate STUDIO = new SignerCertificate(
            "9a1f".repeat(16),
            "Example Studio",
            "CN=Example Studio",
            "CN=Example Studio",
            NOW.minusSeconds(60),
            Instant.parse("2029-11-28T00:00:00Z"),
            false);

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @Test
    void shouldCallWhatItSignedAsTheCardsDo() {
        TestUi.start(Locale.ENGLISH);
        List<SignedPlugin> signed =
                List.of(new SignedPlugin("hotel", "1.0.0", true), new SignedPlugin("gone", "2.0.0", false));

        SignerPanel panel = new SignerPanel(
                new TrustedSigner(STUDIO, NOW, "zhou.yan", null),
                signed,
                id -> Map.of("hotel", "Hotels").getOrDefault(id, id),
                NOW,
                new Button());

        assertThat(panel.getElement().getTextRecursively()).contains("Hotels 1.0.0, gone 2.0.0 (disabled)");
    }
}
