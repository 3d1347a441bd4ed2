package org.clientele.plugin.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginFailure;

/**
 * Failures that are the same but for their time.
 *
 * @param newest the last of them
 * @param times how often it happened
 */
record FailureGroup(PluginFailure newest, int times) {
    private record Same(Piece piece, String version, FailureCause cause, String detail, String place) {}

    /** Groups in the order of their newest failure; given newest first. */
    static List<FailureGroup> of(List<PluginFailure> failures) {
        Map<Same, List<PluginFailure>> groups = new LinkedHashMap<>();
        failures.forEach(failure -> groups.computeIfAbsent(
                        new Same(
                                failure.piece(), failure.version(), failure.cause(), failure.detail(), failure.place()),
                        same -> new ArrayList<>())
                .add(failure));
        return groups.values().stream()
                .map(same -> new FailureGroup(same.getFirst(), same.size()))
                .toList();
    }

    /** Where in the plugin's code: its own frames down to the last one, the portal's below them left out. */
    String place() {
        List<String> frames = newest.place().lines().toList();
        int end = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).startsWith("plugin ")) {
                end = i + 1;
            }
        }
        return String.join(
                "\n",
                frames.subList(0, end == 0 ? Math.min(3, frames.size()) : end).stream()
                        .map(frame -> frame.replaceFirst("^plugin [^/]*//", ""))
                        .toList());
    }
}
