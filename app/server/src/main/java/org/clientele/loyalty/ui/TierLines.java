package org.clientele.loyalty.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.Points;

/** Tiers as lines of a text: points, name, and benefits behind semicolons. */
final class TierLines {
    private static final int NAME_LENGTH = 100;
    private static final int BENEFITS_LENGTH = 1000;

    private final LoyaltyWords words;

    TierLines(LoyaltyWords words) {
        this.words = words;
    }

    String write(List<MemberTier> tiers) {
        List<String> lines = new ArrayList<>();
        for (MemberTier tier : tiers) {
            List<String> parts = new ArrayList<>();
            parts.add(tier.fromPoints() + " " + words.tier(tier));
            parts.addAll(words.benefits(tier));
            lines.add(String.join("; ", parts));
        }
        return String.join("\n", lines);
    }

    /** Reads what people wrote; a tier that reads as before stays what it was, so that the vertical's own texts stay in every language. */
    List<MemberTier> read(String text, List<MemberTier> before) {
        List<MemberTier> tiers = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            Optional<MemberTier> same = before.stream()
                    .filter(tier -> write(List.of(tier)).equals(line.strip()))
                    .findFirst();
            tiers.add(same.orElseGet(() -> tier(line.strip(), before)));
        }
        return tiers;
    }

    private MemberTier tier(String line, List<MemberTier> before) {
        String[] parts = line.split("[;；]", 2);
        String[] head = parts[0].strip().split("\\s+", 2);
        if (head.length < 2 || !head[0].matches("\\d{1,8}") || Long.parseLong(head[0]) > Points.MOST) {
            throw new Problem("loyalty.problem.tier-line", line);
        }
        String name = head[1].strip();
        String benefits =
                parts.length < 2 ? "" : String.join("\n", parts[1].strip().split("\\s*[;；]\\s*"));
        if (name.length() > NAME_LENGTH || benefits.length() > BENEFITS_LENGTH) {
            throw new Problem("loyalty.problem.tier-line", line);
        }
        String id = before.stream()
                .filter(tier -> words.tier(tier).equals(name))
                .map(MemberTier::id)
                .findFirst()
                .orElse("t-" + Integer.toHexString(name.hashCode()));
        return new MemberTier(id, Long.parseLong(head[0]), name, benefits);
    }
}
