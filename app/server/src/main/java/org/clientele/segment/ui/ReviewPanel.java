package org.clientele.segment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.ui.SettingPanel;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.ModelsChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Whether somebody else has to approve versions: said to whoever publishes them, set by administrators. */
@org.springframework.stereotype.Component
@Order(10)
class ReviewPanel implements SettingPanel {
    private final ModelVersions versions;
    private final Rights rights;
    private final Announcements announcements;

    ReviewPanel(ModelVersions versions, Rights rights, Announcements announcements) {
        this.versions = versions;
        this.rights = rights;
        this.announcements = announcements;
    }

    @Override
    public Optional<Component> create(Vertical vertical) {
        return rights.may(Permission.MANAGE_SEGMENTS, vertical.key())
                ? Optional.of(new Shown(
                        versions, vertical.key(), rights.may(Permission.MANAGE_USERS, vertical.key()), announcements))
                : Optional.empty();
    }

    private static final class Shown extends Card {
        private final transient ModelVersions versions;
        private final transient Announcements announcements;
        private final String vertical;
        private final @Nullable ReviewField field;
        private final Div standing = new Div();
        private transient Announcements.@Nullable Subscription subscription;

        Shown(ModelVersions versions, String vertical, boolean maySet, Announcements announcements) {
            super("");
            this.versions = versions;
            this.vertical = vertical;
            this.announcements = announcements;
            this.field = maySet ? new ReviewField(versions, vertical, () -> {}) : null;
            setTitle(getTranslation("segment.review.title"));
            addClassName("stack");
            Div hint = new Div(getTranslation(maySet ? "segment.review.hint" : "segment.review.hint.read"));
            hint.addClassName("caption");
            add(hint, field == null ? standing : field);
            follow();
        }

        private void follow() {
            if (field == null) {
                standing.setText(
                        getTranslation(versions.reviewRequired(vertical) ? "segment.review.on" : "segment.review.off"));
            } else {
                field.follow();
            }
        }

        @Override
        protected void onAttach(AttachEvent event) {
            UI ui = event.getUI();
            subscription = announcements.listen(ModelsChanged.class, change -> {
                if (change.verticalKey().equals(vertical)) {
                    ui.access(this::follow);
                }
            });
        }

        @Override
        protected void onDetach(DetachEvent event) {
            Optional.ofNullable(subscription).ifPresent(Announcements.Subscription::close);
            subscription = null;
        }
    }
}
