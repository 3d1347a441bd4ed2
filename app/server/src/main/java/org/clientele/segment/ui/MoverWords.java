package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.Formats;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.preview.Effect;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.StudioSession;

/** What is said of a customer who moves: from where, to where, why, worth how much. */
final class MoverWords {
    private final SegmentWords words;
    private final StudioSession session;
    private final Effect effect;
    private final ReasonText reasons;

    MoverWords(SegmentWords words, StudioSession session, Effect effect) {
        this.words = words;
        this.session = session;
        this.effect = effect;
        this.reasons = new ReasonText(
                drafted(words.vertical(), effect), words.formats().locale(), session.hidden());
    }

    /** Reasons under the draft name what the draft goes by. */
    private static Vertical drafted(Vertical applied, Effect effect) {
        ModelDefinition draft = effect.after().model();
        List<ModelDefinition> models = new ArrayList<>(applied.definition().models());
        models.removeIf(model -> model.id().equals(draft.id()));
        models.add(draft);
        return applied.with(applied.definition().withModels(models), applied.texts());
    }

    String address(int customer) {
        return CustomersNavigation.to(words.vertical().key(), session.customer(customer));
    }

    String name(int customer) {
        return session.name(customer);
    }

    String before(int customer) {
        return segment(effect.from(customer));
    }

    String after(int customer) {
        return segment(effect.to(customer));
    }

    /** Why the customer is in the segment afterwards. */
    String because(int customer) {
        return reasons.because(effect.after().reason(customer, effect.to(customer)));
    }

    String value(int customer) {
        String metric = session.snapshot().definition().valueMetric();
        return words.names()
                .value(metric, session.snapshot().metrics().column(metric).value(customer));
    }

    private String segment(int ordinal) {
        return ordinal == ModelResult.NONE
                ? Formats.MISSING
                : words.segment(effect.after().model(), ordinal);
    }
}
