package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.extension.CustomCheck;
import org.clientele.plugins.api.extension.CustomModel;

/**
 * A class that a definition names.
 *
 * @param path where in {@code vertical.yaml}
 * @param point name of the interface that it implements
 */
record DeclaredExtension(String path, String className, String point) {
    private static final String SCREEN = "org.clientele.plugins.ui.PluginScreen";

    static List<DeclaredExtension> of(VerticalDefinition definition) {
        List<DeclaredExtension> extensions = new ArrayList<>();
        for (int i = 0; i < definition.models().size(); i++) {
            if (definition.models().get(i) instanceof ModelDefinition.Custom custom) {
                extensions.add(declared("/models/" + i, custom.extension(), CustomModel.class.getName()));
            }
        }
        for (int i = 0; i < definition.checks().size(); i++) {
            CheckDefinition check = definition.checks().get(i);
            if (check.extension() != null) {
                extensions.add(declared("/checks/" + i, check.extension(), CustomCheck.class.getName()));
            }
        }
        for (int i = 0; i < definition.screens().size(); i++) {
            extensions.add(declared("/screens/" + i, definition.screens().get(i).extension(), SCREEN));
        }
        return extensions;
    }

    private static DeclaredExtension declared(String part, String className, String point) {
        return new DeclaredExtension(part + "/extension", className, point);
    }
}
