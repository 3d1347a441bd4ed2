package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.clientele.plugin.Obstacle;

/** Fields that would lose values, one line each. */
final class ObstacleList extends UnorderedList {
    ObstacleList(List<Obstacle> obstacles, FieldNames names) {
        addClassName("changes");
        obstacles.forEach(obstacle -> add(ChangeLine.of(obstacle, names)));
    }
}
