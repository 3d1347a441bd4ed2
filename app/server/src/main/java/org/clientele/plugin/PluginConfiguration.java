package org.clientele.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.common.ClienteleProperties;
import org.clientele.plugin.BundledPlugins.BundledJar;
import org.clientele.plugin.persistence.PluginDao;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where plugins come from and where they are kept. */
@Configuration(proxyBeanMethods = false)
class PluginConfiguration {
    @Bean
    PluginLibrary pluginLibrary(PluginDao plugins, ClienteleProperties properties) {
        Path staging = properties.data().resolve("staging");
        return new PluginLibrary(
                plugins, new BundledPlugins(staging, bundledJars()), staging, properties.developerMode());
    }

    @Bean(destroyMethod = "stop")
    PluginRuntime pluginRuntime(ClienteleProperties properties) {
        return new PluginRuntime(folder(properties));
    }

    @Bean
    PluginHost pluginHost(
            PluginDao plugins,
            PluginLibrary library,
            VerticalStore store,
            EnabledVerticals verticals,
            PluginRuntime runtime,
            ClienteleProperties properties) {
        return new PluginHost(plugins, library, store, verticals, runtime, folder(properties));
    }

    private static Path folder(ClienteleProperties properties) {
        return properties.data().resolve("plugins");
    }

    /** The jars under {@code bundled-plugins}, each with the digest that the build wrote beside it. */
    static List<BundledJar> bundledJars() {
        try {
            List<BundledJar> jars = new ArrayList<>();
            for (Resource jar :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/bundled-plugins/*.jar")) {
                String name = Objects.requireNonNull(jar.getFilename());
                String digest = jar.createRelative(name + ".sha512").getContentAsString(StandardCharsets.US_ASCII);
                jars.add(new BundledJar(name, digest.strip().toLowerCase(Locale.ROOT), jar::getInputStream));
            }
            jars.sort(Comparator.comparing(BundledJar::fileName));
            return jars;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The bundled plugins cannot be listed; each jar needs its .sha512 beside it", failure);
        }
    }
}
