package org.clientele.plugins.ui;

import com.vaadin.flow.component.Component;
import org.pf4j.ExtensionPoint;

/**
 * A screen of a plugin. Declared in {@code vertical.yaml}:
 *
 * <pre>{@code
 * screens:
 *   - { id: occupancy, icon: building-2, extension: com.example.hotel.OccupancyScreen }
 * }</pre>
 *
 * The portal shows it under {@code v/<vertical>/screens/<id>}, in its frame, with the name {@code screen.<id>} from the texts. The class is
 * public and has a public constructor without parameters.
 */
public interface PluginScreen extends ExtensionPoint {
    /**
     * Makes the screen's content. Called for every visit, on a new instance and a thread of its own, before the components are shown; it
     * has 2 seconds unless the operator set another limit, so read what is shown at once and leave the rest to lazy grids. Listeners of the
     * components are called later like any other, with the session locked: they answer quickly.
     *
     * <p>What fails here or in a listener costs the screen, not the portal: the reader is told, and five failures in ten minutes disable
     * the plugin. A {@link ScreenProblem} is no failure: its text is shown to the reader.
     *
     * @return new components of Vaadin, not attached to anything; at most 10,000 in all
     */
    Component create(ScreenContext context);
}
