package org.clientele.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that a plugin's code does not make. What is listed here is for mistakes, not for malice: code is only taken from somebody who is trusted,
 * and may use the JDK.
 */
final class UnwantedCalls {
    private static final String ANY = "*";
    private static final String MADE = "<init>";

    /** What would go on, or stay changed for everybody, when the plugin is gone. */
    private static final Map<String, Set<String>> OUTLIVING = Map.ofEntries(
            Map.entry(
                    "java.lang.Thread",
                    Set.of(
                            MADE,
                            "ofPlatform",
                            "ofVirtual",
                            "startVirtualThread",
                            "setDefaultUncaughtExceptionHandler")),
            Map.entry("java.lang.ThreadLocal", Set.of(MADE, "withInitial")),
            Map.entry("java.lang.InheritableThreadLocal", Set.of(MADE)),
            Map.entry("java.lang.ref.Cleaner", Set.of("create")),
            Map.entry("java.util.Timer", Set.of(MADE)),
            Map.entry("java.util.concurrent.Executors", Set.of(ANY)),
            Map.entry("java.util.concurrent.ThreadPoolExecutor", Set.of(MADE)),
            Map.entry("java.util.concurrent.ScheduledThreadPoolExecutor", Set.of(MADE)),
            Map.entry("java.util.concurrent.ForkJoinPool", Set.of(MADE, "commonPool")),
            Map.entry(
                    "java.util.concurrent.CompletableFuture",
                    Set.of("runAsync", "supplyAsync", "thenApplyAsync", "thenAcceptAsync", "thenRunAsync")),
            Map.entry("java.lang.Runtime", Set.of("addShutdownHook", "exit", "halt", "load", "loadLibrary")),
            Map.entry(
                    "java.lang.System",
                    Set.of("exit", "load", "loadLibrary", "setProperty", "setProperties", "setOut", "setErr", "setIn")),
            Map.entry("java.net.URL", Set.of("setURLStreamHandlerFactory")),
            Map.entry("java.security.Security", Set.of("addProvider", "insertProviderAt")),
            Map.entry("java.sql.DriverManager", Set.of("registerDriver")),
            Map.entry("java.util.Locale", Set.of("setDefault")),
            Map.entry("java.util.TimeZone", Set.of("setDefault")),
            Map.entry("java.util.ResourceBundle", Set.of("getBundle")));

    /** Scripts and serialised beans go to the browser as they are; Jackson would keep the beans' classes. */
    private static final List<String> OF_ELEMENTS =
            List.of("executeJs", "callJsFunction", "setPropertyBean", "setPropertyList", "setPropertyMap");

    private UnwantedCalls() {}

    /** Why a class that makes the call is refused, as the end of a message's key; empty when nothing speaks against it. */
    static Optional<String> reason(ClassSummary.Call call) {
        Set<String> methods = OUTLIVING.getOrDefault(call.owner(), Set.of());
        if (methods.contains(ANY) || methods.contains(call.method())) {
            return Optional.of("class-outlives");
        }
        if (!call.owner().startsWith("com.vaadin.")) {
            return Optional.empty();
        }
        if (OF_ELEMENTS.contains(call.method())) {
            return Optional.of("class-script");
        }
        return keepsBeans(call) ? Optional.of("class-bean") : Optional.empty();
    }

    /** {@code new Grid<>(Row.class)}: Vaadin keeps the properties of every bean class it was ever given. */
    private static boolean keepsBeans(ClassSummary.Call call) {
        String parameters = call.descriptor().substring(0, call.descriptor().indexOf(')') + 1);
        boolean takesClass = parameters.contains("Ljava/lang/Class;");
        return takesClass && (call.method().equals(MADE) || call.method().equals("configureBeanType"));
    }
}
