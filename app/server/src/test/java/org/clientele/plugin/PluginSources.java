package org.clientele.plugin;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the code of plugins for tests, in memory. */
public final class PluginSources {
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z0-9_.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private PluginSources() {}

    /** Class files by entry name ({@code com/example/Hotel.class}); each source is one file with its package. */
    public static Map<String, byte[]> compile(String... sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(new Source(source));
        }
        Memory memory = new Memory(compiler.getStandardFileManager(problems, null, null), classes);
        boolean worked = compiler.getTask(null, memory, problems, List.of("-proc:none", "-g"), null, files)
                .call();
        if (!worked) {
            throw new IllegalArgumentException("A plugin of a test does not compile: " + problems.getDiagnostics());
        }
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String source;

        Source(String source) {
            super(
                    URI.create("string:///" + first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source)
                            + ".java"),
                    Kind.SOURCE);
            this.source = source;
        }

        private static String first(Pattern pattern, String source) {
            Matcher matcher = pattern.matcher(source);
            if (!matcher.find()) {
                throw new IllegalArgumentException("No " + pattern + " in " + source);
            }
            return matcher.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(StandardJavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String entry = className.replace('.', '/') + ".class";
            return new SimpleJavaFileObject(URI.create("memory:///" + entry), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(entry, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
