package org.clientele.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clientele.worklist.NextAction.Clock;
import org.clientele.worklist.RankedAction.Part;
import org.clientele.worklist.RankedAction.Why;
import org.junit.jupiter.api.Test;

class ActionRankingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void shouldGiveEachReasonItsWeight() {
        assertThat(only(action(NextActionKind.CASE, "a", 0, Clock.ESCALATED, 0)).parts())
                .containsExactly(
                        new Part(Why.KIND, 50, 0), new Part(Why.TODAY, 30, 0), new Part(Why.CLOCK_ESCALATED, 30, 0));
        assertThat(only(action(NextActionKind.FOLLOW_UP, "a", -3, Clock.NONE, 0))
                        .parts())
                .containsExactly(new Part(Why.KIND, 45, 0), new Part(Why.OVERDUE, 33, 3));
        assertThat(only(action(NextActionKind.CHURN, "a", -3, Clock.NONE, 0.715))
                        .parts())
                .as("a danger has no day")
                .containsExactly(new Part(Why.KIND, 40, 0), new Part(Why.RISK, 21, 72));
        assertThat(only(action(NextActionKind.PLAY, "a", 31, Clock.NONE, 0)).points())
                .isEqualTo(10);
    }

    @Test
    void shouldCountDaysInSteps() {
        assertThat(List.of(-400, -10, -9, -1, 0, 1, 7, 8, 30, 31))
                .extracting(days -> only(action(NextActionKind.TASK, "a", days, Clock.NONE, 0))
                                .points()
                        - 30)
                .containsExactly(40, 40, 39, 31, 30, 20, 20, 10, 10, 0);
    }

    @Test
    void shouldAddUpWhatItSays() {
        for (NextActionKind kind : NextActionKind.values()) {
            for (Clock clock : Clock.values()) {
                RankedAction ranked = only(action(kind, "a", -2, clock, 0.4));
                assertThat(ranked.parts().stream().mapToInt(Part::points).sum()).isEqualTo(ranked.points());
            }
        }
    }

    @Test
    void shouldPutAnOverduePromiseBeforeANewCaseAndATaskOfTodayBeforeAnAdvisedPlay() {
        assertThat(ActionRanking.rank(
                        List.of(
                                action(NextActionKind.PLAY, "play", -30, Clock.NONE, 0),
                                action(NextActionKind.TASK, "task", 0, Clock.NONE, 0),
                                action(NextActionKind.CASE, "case", 5, Clock.NONE, 0),
                                action(NextActionKind.FOLLOW_UP, "promise", -1, Clock.NONE, 0),
                                action(NextActionKind.CHURN, "danger", 0, Clock.NONE, 0.9)),
                        TODAY))
                .extracting(ranked -> ranked.action().item().key(), RankedAction::points)
                .containsExactly(
                        tuple("promise", 76),
                        tuple("case", 70),
                        tuple("danger", 67),
                        tuple("task", 60),
                        tuple("play", 50));
    }

    @Test
    void shouldOrderEqualPointsByDayKindAndKeyWhateverTheOrderTheyCameIn() {
        List<NextAction> actions = new ArrayList<>(Arrays.asList(
                action(NextActionKind.CARE, "b", 7, Clock.NONE, 0),
                action(NextActionKind.CARE, "a", 7, Clock.NONE, 0),
                action(NextActionKind.CARE, "c", 6, Clock.NONE, 0),
                action(NextActionKind.PLAY, "d", 0, Clock.NONE, 0),
                action(NextActionKind.TASK, "e", 8, Clock.NONE, 0)));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(actions, new Random(seed));
            assertThat(ActionRanking.rank(actions, TODAY))
                    .extracting(ranked -> ranked.action().item().key())
                    .containsExactly("d", "c", "a", "b", "e");
        }
    }

    private static RankedAction only(NextAction action) {
        return ActionRanking.rank(List.of(action), TODAY).getFirst();
    }

    private static NextAction action(NextActionKind kind, String key, int days, Clock clock, double risk) {
        WorkItem item =
                new WorkItem("errand", 1, key, 1, "Anna", TODAY.plusDays(days), null, null, key, "", Set.of(), 0);
        return new NextAction(kind, item, clock, risk, null);
    }
}
