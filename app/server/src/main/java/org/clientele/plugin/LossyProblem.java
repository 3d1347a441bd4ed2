package org.clientele.plugin;

import java.util.List;
import org.clientele.common.Problem;
import org.clientele.plugins.api.Texts;

/** Another version would lose stored values; nothing was changed. */
public class LossyProblem extends Problem {
    private final transient List<Obstacle> obstacles;
    private final transient Texts.Bundles texts;

    /** @param texts of the version that is refused */
    LossyProblem(List<Obstacle> obstacles, Texts.Bundles texts) {
        super(
                "plugin.problem.lossy",
                obstacles.stream().mapToLong(Obstacle::misfits).sum(),
                obstacles.getFirst().field(),
                obstacles.getFirst().stored().name(),
                obstacles.getFirst().declared().name());
        this.obstacles = List.copyOf(obstacles);
        this.texts = texts;
    }

    /** Field by field. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /** For the names of the fields. */
    public Texts.Bundles texts() {
        return texts;
    }
}
