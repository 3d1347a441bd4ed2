package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersions;
import org.jspecify.annotations.Nullable;

/** What is known of a model besides what applies: versions that wait, and that the customers are still being computed. */
final class ModelNotices extends Div {
    private final transient ModelVersions versions;
    private final transient Runnable openVersions;
    private final String user;
    private transient @Nullable Notices shown;

    /** What is said; drawn only when it changes, since a button that is drawn anew misses the click on its way. */
    private record Notices(String awaited, List<String> waiting) {}

    /** @param user login of whoever reads */
    ModelNotices(ModelVersions versions, String user, Runnable openVersions) {
        this.versions = versions;
        this.user = user;
        this.openVersions = openVersions;
        getElement().setAttribute("aria-live", "polite");
        addClassNames("remark", "stack");
    }

    void show(OpenModel model) {
        String id = model.model().id();
        ModelVersion current = versions.current(model.verticalKey(), id);
        String awaited = awaited(model, current);
        List<String> waiting = versions.history(model.verticalKey(), id).stream()
                .filter(version -> waits(version.standing(current.number(), versions.now())))
                .map(version -> text(model, version, current))
                .toList();
        Notices now = new Notices(awaited, waiting);
        if (!now.equals(shown)) {
            shown = now;
            draw(model, now);
        }
    }

    private static String awaited(OpenModel model, ModelVersion current) {
        if (model.session().isNew()) {
            return model.text("segment.studio.new");
        }
        return model.session().isAwaited() ? model.text("segment.studio.awaited", current.number()) : "";
    }

    private void draw(OpenModel model, Notices now) {
        removeAll();
        if (!now.awaited().isEmpty()) {
            add(new Banner(Tone.ACCENT, now.awaited()));
        }
        now.waiting().forEach(text -> add(new Banner(Tone.WARN, text)));
        if (!now.waiting().isEmpty()) {
            Div row = new Div(new Button(model.text("segment.studio.waiting.open"), click -> openVersions.run()));
            row.addClassName("row");
            add(row);
        }
        setVisible(getChildren().findAny().isPresent());
    }

    private static boolean waits(Standing standing) {
        return standing == Standing.REVIEW || standing == Standing.SCHEDULED;
    }

    private String text(OpenModel model, ModelVersion version, ModelVersion current) {
        VersionWords said = new VersionWords(model.words(), versions);
        String stays = model.text(
                current.status() == ModelVersion.Status.CREATED
                        ? "segment.studio.waiting.nobody"
                        : "segment.studio.waiting.stays");
        if (version.status() != ModelVersion.Status.REVIEW) {
            return model.text(
                    "segment.studio.planned",
                    version.number(),
                    said.person(version.author()),
                    said.moment(version),
                    stays);
        }
        return model.text(
                version.author().equals(user) ? "segment.studio.waiting.own" : "segment.studio.waiting",
                version.number(),
                said.person(version.author()),
                stays);
    }
}
