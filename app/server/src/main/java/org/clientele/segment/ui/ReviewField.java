package org.clientele.segment.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.segment.ModelVersions;

/** The rule that somebody else has to approve versions, for administrators to set; applies as soon as it is ticked. */
final class ReviewField extends Checkbox {
    private final transient ModelVersions versions;
    private final String vertical;

    /** @param changed told when the reader set it */
    ReviewField(ModelVersions versions, String vertical, Runnable changed) {
        this.versions = versions;
        this.vertical = vertical;
        setLabel(getTranslation("segment.version.review-setting"));
        follow();
        addValueChangeListener(event -> {
            if (event.getValue() != versions.reviewRequired(vertical)) {
                set(event.getValue());
                changed.run();
            }
        });
    }

    private void set(boolean required) {
        try {
            versions.requireReview(vertical, required);
            Messages.done(getTranslation(required ? "segment.version.review-on" : "segment.version.review-off"));
        } catch (Problem problem) {
            Messages.problem(problem);
            follow();
        }
    }

    /** Shows what somebody else set meanwhile. */
    void follow() {
        setValue(versions.reviewRequired(vertical));
    }
}
