package org.clientele.strategy.ui;

import java.util.Optional;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.strategy.AppliedStrategies;
import org.clientele.strategy.TaskPlay;

/** The play that a task is about, with its strategy. */
record FoundPlay(StrategyDefinition strategy, PlayDefinition play) {
    /** Nothing where no strategy has the play any more. */
    static Optional<FoundPlay> of(AppliedStrategies applied, TaskPlay task) {
        return applied.all().stream()
                .filter(strategy -> strategy.model().equals(task.segment().model())
                        && strategy.segment().equals(task.segment().segment()))
                .flatMap(strategy -> strategy.plays().stream()
                        .filter(play -> play.id().equals(task.play()))
                        .map(play -> new FoundPlay(strategy, play)))
                .findFirst();
    }
}
