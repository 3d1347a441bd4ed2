package org.clientele.analysis.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.analysis.Explanation;
import org.clientele.common.ui.Translations;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RiskParts;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ui.ReasonText;
import org.clientele.segment.ui.SegmentWords;

/** The explanations of a customer as a text that can be handed to them: each model, its version, the segment, the reason, what is lacking. */
final class ExplanationText {
    private static final Translations TEXTS = new Translations();

    private final Locale locale;

    ExplanationText(Locale locale) {
        this.locale = locale;
    }

    String of(List<Explanation> explanations) {
        StringBuilder text = new StringBuilder();
        for (Explanation explanation : explanations) {
            if (text.isEmpty()) {
                line(text, text("analysis.why.heading", explanation.customer().title()));
                line(text, text("analysis.why.file.intro"));
            }
            line(text, "");
            add(text, explanation);
        }
        return text.toString();
    }

    private void add(StringBuilder text, Explanation explanation) {
        SegmentWords words = new SegmentWords(explanation.vertical(), locale);
        ReasonText reasons = new ReasonText(explanation.vertical(), locale, explanation.hidden());
        Reason reason = explanation.reason();
        String segment = reason.segment();
        String model = explanation.model().id();
        line(
                text,
                text(
                        "analysis.why.file.model",
                        words.model(explanation.model()),
                        segment == null
                                ? text("analysis.movement.none")
                                : words.names().segment(model, segment)));
        line(text, reasons.sentence(reason));
        RiskParts risk = explanation.risk();
        if (risk != null) {
            line(text, text("segment.risk.parts"));
            new RiskTable(words, risk, explanation)
                    .lines()
                    .forEach(part ->
                            line(text, "- " + text("segment.risk.adds", part.name(), part.value(), part.weight())));
        }
        Reason.Better better = reason.better();
        if (better != null) {
            line(text, text("analysis.why.better", words.names().segment(model, better.segment())));
            reasons.gaps(better).forEach(gap -> line(text, "- " + gap));
        }
        line(text, words.names().text(Texts.modelHelp(model)));
        line(
                text,
                text(
                        "analysis.why.subtitle",
                        words.model(explanation.model()),
                        String.valueOf(explanation.version().number()),
                        words.formats().date(explanation.asOf())));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private String text(String key, Object... arguments) {
        return TEXTS.getTranslation(key, locale, arguments);
    }
}
