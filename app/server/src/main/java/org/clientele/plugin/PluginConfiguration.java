package org.clientele.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.common.Announcements;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.NewsKind;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.BundledPlugins.BundledJar;
import org.clientele.plugin.code.CallThreads;
import org.clientele.plugin.code.FailureLog;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.plugin.code.PluginCodeProperties;
import org.clientele.plugin.code.ScreenWatchdog;
import org.clientele.plugin.persistence.NodeDao;
import org.clientele.plugin.persistence.NodeNewsDao;
import org.clientele.plugin.persistence.PluginChangeDao;
import org.clientele.plugin.persistence.PluginDao;
import org.clientele.plugin.persistence.PluginFailureDao;
import org.clientele.plugin.persistence.PluginSignatureDao;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where plugins come from and where they are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PluginCodeProperties.class)
class PluginConfiguration {
    @Bean
    PluginLibrary pluginLibrary(
            PluginDao plugins,
            TrustList trustList,
            PluginSignatureDao signatures,
            ClienteleProperties properties,
            Clock clock) {
        Path staging = properties.data().resolve("staging");
        return new PluginLibrary(
                plugins,
                new BundledPlugins(staging, bundledJars()),
                new SignatureJudge(trustList, signatures, Timestamps.ofThePlatform(), clock),
                staging,
                properties.developerMode());
    }

    @Bean(destroyMethod = "stop")
    StagedPlugins stagedPlugins(PluginLibrary library, Clock clock) {
        return new StagedPlugins(library.staging(), clock);
    }

    @Bean
    CatalogueFolder catalogueFolder(PluginLibrary library, ClienteleProperties properties) {
        return new CatalogueFolder(properties.catalogueFolder(), library);
    }

    @Bean(destroyMethod = "stop")
    PluginRuntime pluginRuntime(ClienteleProperties properties, CallThreads threads) {
        return new PluginRuntime(folder(properties), threads);
    }

    @Bean
    CallThreads callThreads(PluginCodeProperties limits) {
        return new CallThreads(limits.threads());
    }

    @Bean
    FailureLog failureLog(
            PluginFailureDao failures,
            PluginCodeProperties limits,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new FailureLog(failures, limits, announcements, clock, transactions);
    }

    @Bean
    ExportFolder exportFolder(ClienteleProperties properties, Clock clock) {
        return new ExportFolder(properties.data().resolve("exports"), clock);
    }

    @Bean
    PluginCalls pluginCalls(
            PluginRuntime runtime,
            CallThreads threads,
            FailureLog failures,
            PluginCodeProperties limits,
            Clock clock,
            ClienteleProperties properties) {
        return new PluginCalls(runtime, threads, failures, limits, clock, properties.developerMode());
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

    @Bean
    NodeName nodeName() {
        return NodeName.fresh();
    }

    @Bean
    Nodes nodes(NodeDao dao, NodeName own) {
        return new StoredNodes(dao, own);
    }

    @Bean
    Followers followers(NodeDao nodes, NodeName own) {
        return new Followers(nodes, own);
    }

    @Bean
    VerticalNotices verticalNotices(VerticalNoticeDao notices, PluginLibrary library, Clock clock) {
        return new VerticalNotices(notices, library, clock);
    }

    @Bean
    ChangePace changePace() {
        return ChangePace.USUAL;
    }

    @Bean
    PluginChanges pluginChanges(
            PluginChangeDao changes,
            LeftChanges left,
            Clock clock,
            PlatformTransactionManager transactions,
            ChangePace pace) {
        return new PluginChanges(changes, left, clock, new TransactionTemplate(transactions), pace);
    }

    @Bean
    BundledUpgrades bundledUpgrades(
            PluginLibrary library,
            PluginRegistry registry,
            PluginVersionDao versions,
            PluginChanges changes,
            VersionChange versionChange) {
        return new BundledUpgrades(library, registry, versions, changes, versionChange);
    }

    @Bean
    PluginFollower pluginFollower(
            NodeDao nodes,
            NodeName own,
            PluginChanges changes,
            PluginHost host,
            VerticalStore store,
            WorkStop work,
            Announcements announcements) {
        return new PluginFollower(nodes, own, changes, host, store, work, announcements);
    }

    @Bean
    NodeNews nodeNews(
            NodeNewsDao dao,
            NodeName own,
            List<NewsKind<?>> kinds,
            Verticals verticals,
            Announcements announcements,
            Clock clock) {
        return new NodeNews(dao, own, kinds, verticals, announcements, clock);
    }

    @Bean
    PluginStart pluginStart(
            PluginChanges changes,
            BundledUpgrades bundled,
            PluginFollower follower,
            NodeNews news,
            NodeDao dao,
            Dialect dialect) {
        return new PluginStart(changes, bundled, follower, news::start, dao, dialect == Dialect.HSQLDB);
    }

    @Bean
    ScreenWatchdog screenWatchdog(PluginCalls calls, FailureLog failures, Announcements announcements) {
        return new ScreenWatchdog(calls, failures, announcements);
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
