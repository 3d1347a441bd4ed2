package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPluginsTest {
    @TempDir
    private Path staging;

    @Test
    void shouldBringEveryVerticalWholeWithTheListedDigest() {
        BundledPlugins bundled = new BundledPlugins(staging, PluginConfiguration.bundledJars());

        assertThat(bundled.all()).hasSize(4).allMatch(BundledPlugins.Entry.Whole.class::isInstance);
        assertThat(List.of("realestate", "retail", "telecom", "utilities"))
                .allMatch(id -> bundled.find(id).isPresent());
        PluginPackage retail = bundled.find("retail").orElseThrow().content();
        assertThat(bundled.lists(retail.digest())).isTrue();
        assertThat(retail.texts().get(Locale.SIMPLIFIED_CHINESE, "vertical.name"))
                .isEqualTo("零售");
    }

    @Test
    void shouldKeepRetailOffTheClassPath() {
        assertThat(BundledPluginsTest.class.getResource("/vertical.yaml")).isNull();
    }

    @Test
    void shouldEnableRetail() throws Exception {
        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
                PluginPortal portal = PluginPortal.on(database)
                        .bundled(PluginConfiguration.bundledJars())
                        .start()) {
            portal.service.enable("retail", "USD", AsOfMode.LAST_ACTIVITY, null);

            assertThat(portal.verticals.get("retail").tables().activities()).containsKey("purchase");
        }
    }
}
