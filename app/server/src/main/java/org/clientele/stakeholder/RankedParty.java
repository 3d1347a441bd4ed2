package org.clientele.stakeholder;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.stakeholder.PartyScore.Mark;

/**
 * A scored party among the others, with what its place follows from.
 *
 * @param rank from 1; equal results share one
 * @param strongest the criterion that brought the most points
 * @param weakest the criterion that cost the most points
 * @param highRisks those from {@link Risks#HIGH} on
 */
public record RankedParty(
        int rank, Stakeholder party, PartyScore score, Mark strongest, Mark weakest, List<Risks.Kind> highRisks) {
    /**
     * The best first; parties of equal results by name.
     *
     * @param scores of each party the last one
     */
    static List<RankedParty> rank(Map<Long, Stakeholder> parties, List<PartyScore> scores) {
        List<PartyScore> ordered = scores.stream()
                .filter(score ->
                        parties.containsKey(score.partyId()) && !score.marks().isEmpty())
                .sorted(Comparator.comparing(PartyScore::result)
                        .reversed()
                        .thenComparing(score -> Objects.requireNonNull(parties.get(score.partyId()))
                                .data()
                                .name()))
                .toList();
        List<Integer> results = ordered.stream().map(PartyScore::result).toList();
        return ordered.stream()
                .map(score -> of(
                        results.indexOf(score.result()) + 1,
                        Objects.requireNonNull(parties.get(score.partyId())),
                        score))
                .collect(Collectors.toList());
    }

    private static RankedParty of(int rank, Stakeholder party, PartyScore score) {
        Comparator<Mark> gained = Comparator.comparing(Mark::points);
        Comparator<Mark> lost = Comparator.comparing(mark -> mark.weight() - mark.points());
        return new RankedParty(
                rank,
                party,
                score,
                score.marks().stream().max(gained).orElseThrow(),
                score.marks().stream().max(lost).orElseThrow(),
                score.risks().all().entrySet().stream()
                        .filter(risk -> risk.getValue() >= Risks.HIGH)
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
