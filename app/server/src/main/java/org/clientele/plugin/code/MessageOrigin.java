package org.clientele.plugin.code;

import java.util.List;
import java.util.Set;

/**
 * Tells by an exception whether its message can name a customer. What a plugin or the JDK's parsers write may quote what they read; what the
 * Java machine and the portal write speaks of classes, lengths and declared ids only.
 */
final class MessageOrigin {
    private static final List<Class<? extends Throwable>> OF_THE_MACHINE = List.of(
            NullPointerException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            ClassCastException.class,
            NegativeArraySizeException.class,
            LinkageError.class,
            VirtualMachineError.class,
            ClassNotFoundException.class,
            NoSuchMethodException.class);
    private static final List<String> PACKAGES_OF_THE_PORTAL =
            List.of("org.clientele.plugins.api.extension.", "org.clientele.engine.");
    private static final Set<String> OF_THE_PORTAL =
            Set.of(PluginCalls.class.getName(), "org.clientele.portal.screen.ComponentCheck");

    private MessageOrigin() {}

    static boolean isNobodysData(Throwable failure) {
        return OF_THE_MACHINE.stream().anyMatch(type -> type.isInstance(failure)) || isThePortals(failure);
    }

    private static boolean isThePortals(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        if (stack.length == 0 || PluginFrames.pluginOf(stack[0]).isPresent()) {
            return false;
        }
        String thrower = stack[0].getClassName();
        return OF_THE_PORTAL.contains(thrower)
                || PACKAGES_OF_THE_PORTAL.stream().anyMatch(thrower::startsWith);
    }
}
