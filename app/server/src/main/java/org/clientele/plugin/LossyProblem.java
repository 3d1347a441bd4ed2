package org.clientele.plugin;

import java.util.List;
import org.clientele.common.Problem;

/** Another version would lose stored values; nothing was changed. */
public class LossyProblem extends Problem {
    private final transient List<Obstacle> obstacles;

    LossyProblem(List<Obstacle> obstacles) {
        super(
                "plugin.problem.lossy",
                obstacles.getFirst().owner(),
                obstacles.getFirst().field(),
                obstacles.getFirst().stored().name(),
                obstacles.getFirst().declared().name(),
                obstacles.getFirst().misfits(),
                obstacles.getFirst().customerId());
        this.obstacles = List.copyOf(obstacles);
    }

    /** Field by field. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
