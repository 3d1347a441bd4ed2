package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.plugin.code.CallThreads;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginRuntimeTest {
    @TempDir
    private Path folder;

    @Test
    void shouldLoadUnloadAndStopSeveralPlugins() throws IOException {
        PluginRuntime runtime = new PluginRuntime(folder, new CallThreads(4));
        runtime.load("kiosk", jar("kiosk"));
        runtime.load("stall", jar("stall"));
        runtime.load("kiosk", jar("kiosk"));
        assertThat(runtime.isLoaded("kiosk")).isTrue();

        runtime.unload("kiosk");
        runtime.unload("kiosk");
        assertThat(runtime.isLoaded("kiosk")).isFalse();
        assertThat(runtime.isLoaded("stall")).isTrue();

        runtime.load("kiosk", jar("kiosk"));
        runtime.stop();
        assertThat(runtime.isLoaded("kiosk")).isFalse();
        assertThat(runtime.isLoaded("stall")).isFalse();
    }

    @Test
    void shouldRefuseAJarOfAnotherId() throws IOException {
        PluginRuntime runtime = new PluginRuntime(folder, new CallThreads(4));
        Path stall = jar("stall");

        assertThatThrownBy(() -> runtime.load("kiosk", stall)).hasMessageContaining("stall");
        assertThat(runtime.isLoaded("stall")).isFalse();
    }

    @Test
    void shouldShowAPluginThePluginApiAndNothingElseOfThePortal() throws ClassNotFoundException {
        ClassLoader seen = new ApiClassLoader(PluginRuntime.class.getClassLoader());

        assertThat(seen.loadClass(VerticalDefinition.class.getName())).isSameAs(VerticalDefinition.class);
        assertThat(seen.loadClass("org.pf4j.Plugin")).isNotNull();
        assertThatThrownBy(() -> seen.loadClass(PluginService.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> seen.loadClass("org.springframework.context.ApplicationContext"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private Path jar(String id) throws IOException {
        return Files.write(folder.resolve(id + ".jar"), PluginJar.vertical(id).bytes());
    }
}
