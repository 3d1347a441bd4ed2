package org.clientele.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.clientele.plugin.code.PluginFrames;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one plugin. What it shares with the portal is looked up first, so that a plugin cannot shadow it. The loader's name stands in
 * stack traces and tells whose code it is.
 */
final class PluginLoader extends URLClassLoader {
    PluginLoader(String id, Path jar, ClassLoader api) {
        super(PluginFrames.loaderName(id), new URL[] {url(jar)}, api);
    }

    @Override
    public @Nullable URL findResource(String name) {
        URL found = super.findResource(name);
        return found == null ? null : Uncached.of(found);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        super.findResources(name).asIterator().forEachRemaining(url -> found.add(Uncached.of(url)));
        return Collections.enumeration(found);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new UncheckedIOException("The path of a plugin's jar makes no address: " + jar, failure);
        }
    }

    /** Opens a jar's entry without the JDK's cache, which would keep the jar open after the plugin is gone. */
    private static final class Uncached extends URLStreamHandler {
        private final URL original;

        private Uncached(URL original) {
            this.original = original;
        }

        static URL of(URL original) {
            try {
                return URL.of(URI.create(original.toExternalForm()), new Uncached(original));
            } catch (MalformedURLException failure) {
                throw new UncheckedIOException("An address of a plugin's resource is none: " + original, failure);
            }
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            URLConnection connection = original.openConnection();
            connection.setUseCaches(false);
            return connection;
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}
