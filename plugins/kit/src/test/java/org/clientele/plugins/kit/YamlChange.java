package org.clientele.plugins.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A definition changed as its reader would change it: items are added to lists, or take the place of what they name an alias of. */
record YamlChange(String definition) {
    private static final Pattern ALIAS = Pattern.compile("aliases: \\[(\\w+)]");

    String with(String change) {
        List<String> lines = new ArrayList<>(definition.lines().toList());
        String key = "";
        for (String line : change.lines().toList()) {
            if (!line.startsWith(" ")) {
                key = line;
                if (!lines.contains(key)) {
                    lines.add(key);
                }
                continue;
            }
            Matcher alias = ALIAS.matcher(line);
            if (alias.find()) {
                rename(lines, alias.group(1), line);
            } else {
                lines.add(end(lines, key), line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** The line itself is replaced, and what names the old id. */
    private static void rename(List<String> lines, String old, String line) {
        String id = line.replaceAll(".*id: (\\w+),.*", "$1");
        lines.replaceAll(other -> other.startsWith("  - { id: " + old + ",") ? line : other.replace(old, id));
        lines.replaceAll(other -> other.equals(line.replace(old, id)) ? line : other);
    }

    /** The place behind the last line of the list. */
    private static int end(List<String> lines, String key) {
        int end = lines.indexOf(key) + 1;
        while (end < lines.size()
                && (lines.get(end).startsWith(" ") || lines.get(end).isBlank())) {
            end++;
        }
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }
}
